import type { Row } from '../../engine'

/** What one region has added to the stock and sold from it: a counter that goes up, and one that goes down. */
export interface Counter extends Row {
  /** The region that counts here, and nobody else. */
  readonly id: string
  readonly added: number
  readonly sold: number
}

export function leftIn(counters: readonly Counter[]): number {
  return counters.reduce((left, { added, sold }) => left + added - sold, 0)
}

/** Both numbers only grow, so the larger is the newer. */
export function merged(one: Counter, other: Counter): Counter {
  const added = Math.max(one.added, other.added)
  return { ...one, added, sold: Math.max(one.sold, other.sold) }
}
