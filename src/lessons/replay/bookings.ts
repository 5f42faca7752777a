import type { Json, Message, Reader, Row } from '../../engine'

/** A row of the event table: something was sold or refunded. */
export interface Booking {
  readonly position: number
  /** The account. */
  readonly stream_id: string
  readonly stream_position: number
  /** Transaction that wrote it. */
  readonly tx_id: number
  readonly event_id: string
  readonly type: 'Sold' | 'Refunded'
  readonly amount: number
  readonly [column: string]: Json
}

/** What a booking does to its balance, as it was meant. Written apart from the programs that are judged by it. */
export function worth({ type, amount }: Booking): number {
  return type === 'Sold' ? amount : -amount
}

/**
 * Bookings after a position, oldest first.
 * What an open transaction could still come before is left for the next time.
 */
export function bookingsAfter(db: Reader, position: Json, limit: number): readonly Booking[] {
  const found = db.range('events', { column: 'position', above: position, limit }) as Booking[]
  return found.filter(({ tx_id }) => tx_id < db.oldestOpenTransaction())
}

/** Sum of what each account gained or lost, by account. */
export function sums(bookings: readonly Booking[]): ReadonlyMap<string, number> {
  const totals = new Map<string, number>()
  for (const booking of bookings) {
    const { stream_id } = booking
    totals.set(stream_id, (totals.get(stream_id) ?? 0) + worth(booking))
  }
  return totals
}

/** What a till asks for: `Sell` or `Refund`, an account and an amount. */
export function asked({ id, key, type, data }: Message) {
  const { amount } = data as { readonly amount: number }
  return {
    event_id: id,
    stream_id: key,
    type: type === 'Sell' ? 'Sold' : 'Refunded',
    amount,
  } as const
}

export function bookings(rows: readonly Row[]): readonly Booking[] {
  return rows as readonly Booking[]
}
