import type { Row } from '../../engine'

/** A value with the time of day at which some machine wrote it. */
export interface Stamped extends Row {
  readonly id: string
  readonly value: string
  /** Wall clock of the machine that took the write, in ms. */
  readonly at: number
  /** Decides between two writes of one millisecond. */
  readonly rank: number
}

/** Whether one write bears a later stamp than another, or the same from a higher rank. */
export function isLater(one: Row, other: Row | undefined): boolean {
  if (other === undefined) return true
  const by = Number(one['at']) - Number(other['at'])
  return by > 0 || (by === 0 && Number(one['rank']) > Number(other['rank']))
}
