import type { Row } from '../../engine'

/** One copy of an address, with the ballots that decide about it. */
export interface Copy extends Row {
  readonly id: string
  readonly value: string
  /** Ballot under which the value was stored. */
  readonly ballot: number
  /** Ballot below which this copy listens to nobody. */
  readonly promised: number
}

/** Higher than all that a copy has heard of, and different in every region. */
export function nextBallot({ promised }: Copy, rank: number): number {
  return (Math.floor(promised / 10) + 1) * 10 + rank
}

/** The copy that was stored last. */
export function newest(copies: readonly Copy[]): Copy {
  return copies.reduce((best, copy) => (copy.ballot > best.ballot ? copy : best))
}
