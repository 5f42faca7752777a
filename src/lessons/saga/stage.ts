import type { Stage } from '../definition'

const bookings = { table: 'bookings', columns: ['trip', 'status'], as: 'rows' as const }

export const stage: Stage = {
  wide: {
    client: { x: 0, y: 8, width: 80 },
    trip: { x: 120, y: 0, width: 400 },
    broker: { x: 604, y: 0, width: 196 },
    flight: { x: 0, y: 280, width: 260 },
    payment: { x: 290, y: 280, width: 230 },
    hotel: { x: 550, y: 280, width: 160 },
    bank: { x: 730, y: 288, width: 70 },
  },
  narrow: {
    trip: { x: 0, y: 0, width: 210 },
    broker: { x: 226, y: 0, width: 124 },
    flight: { x: 0, y: 240, width: 120 },
    payment: { x: 130, y: 240, width: 110 },
    hotel: { x: 250, y: 240, width: 100 },
  },
  tables: {
    trip: [
      {
        table: 'trips',
        columns: ['id', 'status'],
        as: 'rows',
        state: { column: 'status', waits: ['PENDING', 'CANCEL_PENDING'], person: ['FAILED'] },
      },
      {
        table: 'saga_instance',
        title: 'sagas',
        columns: ['id', 'state', 'waitsFor'],
        as: 'rows',
        state: {
          column: 'state',
          waits: ['STARTED', 'ABORTING'],
          person: ['FAILED'],
          waitsFor: 'waitsFor',
        },
        absent: 'nobody knows who waits for whom',
      },
    ],
    broker: [
      { table: 'flight', columns: ['offset', 'type'], as: 'topic' },
      { table: 'payment', columns: ['offset', 'type'], as: 'topic' },
      { table: 'hotel', columns: ['offset', 'type'], as: 'topic' },
      { table: 'trip', title: 'answers', columns: ['offset', 'id'], as: 'topic' },
      { table: 'trips', title: 'events', columns: ['offset', 'type'], as: 'topic' },
    ],
    flight: [
      { table: 'seats', columns: ['free'], as: 'rows' },
      bookings,
      { table: 'mails', columns: ['trip', 'what'], as: 'rows' },
    ],
    payment: [{ table: 'ledger', columns: ['trip', 'what', 'amount'], as: 'rows' }],
    hotel: [{ table: 'rooms', columns: ['free'], as: 'rows' }, bookings],
  },
  edges: [
    { from: 'client', to: 'trip' },
    { from: 'trip', to: 'broker' },
    { from: 'broker', to: 'flight' },
    { from: 'broker', to: 'payment' },
    { from: 'broker', to: 'hotel' },
    { from: 'payment', to: 'bank' },
  ],
}
