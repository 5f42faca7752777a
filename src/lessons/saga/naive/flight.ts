import { ack, newId, transaction, type Message } from '../../../engine'
import { answer } from '../../../patterns/barrier'
import { giveOneBack, takeOne } from '../stock'

/** Takes a seat for every command it gets. It cannot know that it got this one before. */
export function* bookFlight(command: Message) {
  const id = yield* newId('answer')
  yield* transaction('book flight', (tx) => {
    const booked = takeOne(tx, 'seats')
    if (booked) tx.insert('bookings', { trip: command.key, status: 'BOOKED' })
    answer(tx, command, booked ? 'ok' : 'rejected', id)
  })
  yield* ack(command)
}

/** Gives back what it finds. What comes after it, it books. */
export function* cancelFlight(command: Message) {
  const id = yield* newId('answer')
  yield* transaction('cancel flight', (tx) => {
    for (const booking of tx.find('bookings', { where: { trip: command.key, status: 'BOOKED' } })) {
      tx.update('bookings', booking['id'] as number, { status: 'CANCELLED' })
      giveOneBack(tx, 'seats')
    }
    answer(tx, command, 'ok', id)
  })
  yield* ack(command)
}

export function* sendTickets(command: Message) {
  const id = yield* newId('answer')
  yield* transaction('send tickets', (tx) => {
    tx.insert('mails', { trip: command.key, what: 'tickets' })
    answer(tx, command, 'ok', id)
  })
  yield* ack(command)
}
