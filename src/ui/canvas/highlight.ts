import type { Row } from '../../engine'
import type { RowRef } from '../../playback/frame'
import type { PlaygroundState, Selection } from '../../stores/playground.types'

/** The highlighter marks one thing wherever it is: the row itself, and the event it became. */
export function isLitBy(state: PlaygroundState, ref: RowRef, row: Row): boolean {
  const { selection } = state
  if (selection === null) return false
  if (selection.kind === 'row' && sameRow(selection.row, ref)) return true
  if (selection.kind === 'check') return isBlamed(state, selection.check, ref)
  const id = litId(state, selection)
  return id !== null && id === identity(row)
}

/** The event id that is lit in every table, topic and message. */
export function litId(state: PlaygroundState, selection: Selection | null): string | null {
  if (selection?.kind === 'message') return state.film.flight(selection.message)?.id ?? null
  if (selection?.kind !== 'row') return null
  const { database, table, key } = selection.row
  return identity(state.run.world.row(database, table, key))
}

function isBlamed(state: PlaygroundState, check: string, ref: RowRef): boolean {
  const result = state.run.checks.find((each) => each.id === check)
  return result?.rows.some((row) => sameRow(row, ref)) ?? false
}

function identity(row: Row | undefined): string | null {
  const id = row?.['id']
  return typeof id === 'string' ? id : null
}

function sameRow(a: RowRef, b: RowRef): boolean {
  return a.database === b.database && a.table === b.table && String(a.key) === String(b.key)
}
