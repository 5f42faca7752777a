import type { Row } from '../../engine'
import type { RowRef } from '../../playback/frame'
import type { PlaygroundState } from '../../stores/playground.types'

/** The highlighter marks one thing wherever it is: the row itself, and the event it became. */
export function isLitBy(state: PlaygroundState, ref: RowRef, row: Row): boolean {
  const { selection } = state
  if (selection === null) return false
  if (selection.kind === 'message')
    return state.film.flight(selection.message)?.id === identity(row)
  if (selection.kind === 'check') {
    const check = state.run.checks.find((each) => each.id === selection.check)
    return check?.rows.some((each) => sameRow(each, ref)) ?? false
  }
  return selection.kind === 'row' && sameRow(selection.row, ref)
}

function identity(row: Row): string | null {
  const id = row['id']
  return typeof id === 'string' ? id : null
}

function sameRow(a: RowRef, b: RowRef): boolean {
  return a.database === b.database && a.table === b.table && String(a.key) === String(b.key)
}
