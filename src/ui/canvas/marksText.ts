import type { Json, Row } from '../../engine'
import type { RowState } from '../../lessons/definition'
import type { RowMark } from '../../playback/rowMarks'

/** Rows that are not at rest, by how they stand. */
export type MarkCounts = Readonly<Record<Exclude<RowMark, 'rest'>, number>>

const waitWords = (count: number) => (count === 1 ? 'waits' : 'wait')

/** `2 of 3 wait`, `1 of 3 held`, and of several kinds `2 wait, 1 held`; empty when all rest. */
/** @param short leaves out of how many. */
export function marksText(marks: MarkCounts, count: number, short = false): string {
  const { waits, held, person } = marks
  const kinds = [
    ...(waits > 0 ? [{ many: waits, words: waitWords(waits) }] : []),
    ...(held > 0 ? [{ many: held, words: 'held' }] : []),
    ...(person > 0
      ? [{ many: person, words: person === 1 ? 'needs a person' : 'need a person' }]
      : []),
  ]
  const [only, ...more] = kinds
  if (!only) return ''
  return short || more.length > 0 || person > 0
    ? kinds.map(({ many, words }) => `${many} ${words}`).join(', ')
    : `${only.many} of ${count} ${only.words}`
}

/** What a row says of itself: `prepared`, and for whom it waits; either may be empty. */
interface StateWords {
  readonly state: string
  /** `waits for Hotel`; of a row that keeps others out, `for Hotel`. */
  readonly waitsFor: string
}

export function stateWords(
  row: Row,
  by: RowState | undefined,
  mark: RowMark | null,
  titleOf: (process: string) => string,
): StateWords {
  const state = words(by && row[by.column])
  const whom = by?.waitsFor === undefined ? '' : words(row[by.waitsFor])
  if (whom === '' || mark === null || mark === 'rest') return { state, waitsFor: '' }
  return {
    state,
    waitsFor: `${mark === 'held' ? '' : 'waits '}for ${titleOf(whom).replace(/Service$/, '')}`,
  }
}

function words(value: Json | undefined): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
