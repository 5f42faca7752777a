import type { Row, Transaction } from '../../../engine'
import type { Outcome } from '../../../patterns/saga'
import type { Countermeasure } from '../countermeasures'

/** How the sagas of a flight share its seats. `unavailable` lets a saga wait and ask again. */
interface Seats {
  take(tx: Transaction, trip: string): Outcome
  giveBack(tx: Transaction, trip: string): Outcome
  /** The trip is made, and nobody will give its seat back. */
  keep?(tx: Transaction): void
}

/** One less, one more: in whatever order the sagas come, none undoes what another has done. */
const commutativeUpdate: Seats = {
  take(tx, trip) {
    const { free } = stockOf(tx)
    if (free === 0) return 'rejected'
    return book(tx, { free: free - 1 }, { trip })
  },
  giveBack(tx, trip) {
    return cancel(tx, { free: stockOf(tx).free + 1 }, bookingOf(tx, trip))
  },
}

/**
 * Writes a number back only while nobody has touched it since it was read. Otherwise it reads it again and
 * writes nothing, and the saga asks again.
 */
const rereadValue: Seats = {
  take(tx, trip) {
    const { free, version } = stockOf(tx)
    if (free === 0) return 'rejected'
    const next = version + 1
    return book(tx, { free: free - 1, version: next }, { trip, before: free, version: next })
  },
  giveBack(tx, trip) {
    const { free, version } = stockOf(tx)
    const booking = bookingOf(tx, trip)
    if (booking.version !== version) {
      tx.update('bookings', booking.id, { before: free + 1, version })
      return 'unavailable'
    }
    return cancel(tx, { free: booking.before, version: version + 1 }, booking)
  },
}

/** Holds the flight for as long as its saga is open. Nobody else takes a seat, so the old number is the right one. */
const semanticLock: Seats = {
  take(tx, trip) {
    const { free } = stockOf(tx)
    if (tx.get('locks', 'seats') !== undefined) return 'unavailable'
    if (free === 0) return 'rejected'
    tx.insert('locks', { id: 'seats', saga: trip, status: 'held' })
    return book(tx, { free: free - 1 }, { trip, before: free })
  },
  giveBack(tx, trip) {
    const booking = bookingOf(tx, trip)
    tx.delete('locks', 'seats')
    return cancel(tx, { free: booking.before }, booking)
  },
  keep(tx) {
    tx.delete('locks', 'seats')
  },
}

export const seats: Readonly<Record<Countermeasure, Seats>> = {
  'commutative update': commutativeUpdate,
  'reread value': rereadValue,
  // Its saga takes the seat last of all, when nobody can say no any more, and never gives it back.
  'pessimistic view': commutativeUpdate,
  'semantic lock': semanticLock,
}

function book(tx: Transaction, stock: Row, booking: Row): Outcome {
  tx.update('seats', 'stock', stock)
  tx.insert('bookings', { ...booking, status: 'BOOKED' })
  return 'ok'
}

function cancel(tx: Transaction, stock: Row, { id }: Booking): Outcome {
  tx.update('seats', 'stock', stock)
  tx.update('bookings', id, { status: 'CANCELLED' })
  return 'ok'
}

interface Stock extends Row {
  readonly free: number
  /** Counts the changes. */
  readonly version: number
}

function stockOf(tx: Transaction): Stock {
  return tx.selectForUpdate('seats')[0] as Stock
}

interface Booking extends Row {
  readonly id: number
  /** Seats there would be without it, as last read. */
  readonly before: number
  /** Of the stock, when that was read. */
  readonly version: number
}

function bookingOf(tx: Transaction, trip: string): Booking {
  return tx.first('bookings', { where: { trip, status: 'BOOKED' } }) as Booking
}
