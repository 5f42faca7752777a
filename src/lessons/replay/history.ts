import type { Row } from '../../engine'
import { bookings, sums } from './bookings'

/** Accounts whose bookings are all from the years before. */
const oldAccounts = 5

/** One in so many bookings is a refund. */
const refundEvery = 100

const written = new Map<number, readonly Row[]>()

/** Bookings of the years before, the same ones every time: a function of their number alone. */
export function historyOf(count: number): readonly Row[] {
  let rows = written.get(count)
  if (rows === undefined) {
    rows = Array.from({ length: count }, (_, n) => booking(n))
    written.set(count, rows)
  }
  return rows
}

function booking(n: number): Row {
  const refund = n % refundEvery === refundEvery - 1
  return {
    position: n + 1,
    stream_id: `old-${(n % oldAccounts) + 1}`,
    stream_position: Math.floor(n / oldAccounts) + 1,
    tx_id: 0,
    event_id: `past-${n + 1}`,
    type: refund ? 'Refunded' : 'Sold',
    amount: refund ? 30 : 10 + ((n * 7) % 90),
  }
}

/** The first generation as the first release has folded it. */
export function balancesOf(history: readonly Row[]): readonly Row[] {
  const totals = sums(bookings(history))
  return [...totals].map(([account, balance]) => ({ generation: 1, account, balance }))
}
