import type { Stage } from '../definition'

const bookings = { table: 'bookings', columns: ['trip', 'status'], as: 'rows' as const }

/** What a participant has promised: a vote that locks, or a reservation that does not. */
const promises = [
  {
    table: 'branches',
    columns: ['trip', 'state'],
    as: 'rows' as const,
    state: { column: 'state', held: ['prepared'] },
  },
  {
    table: 'reservations',
    columns: ['trip', 'state'],
    as: 'rows' as const,
    state: { column: 'state', waits: ['TRIED'] },
  },
]

/** Who holds a stock, and who waits for it. */
const locks = [
  {
    table: 'locks',
    columns: ['id', 'saga', 'status'],
    as: 'rows' as const,
    state: { column: 'status', held: ['held'] },
  },
  {
    table: 'stash',
    columns: ['id', 'status', 'waitsFor'],
    as: 'rows' as const,
    state: { column: 'status', waits: ['waiting'], waitsFor: 'waitsFor' },
  },
]

export const stage: Stage = {
  wide: {
    client: { x: 0, y: 1, width: 100 },
    trip: { x: 140, y: 0, width: 392 },
    broker: { x: 764, y: 0, width: 272 },
    flight: { x: 0, y: 287, width: 284 },
    payment: { x: 560, y: 287, width: 176 },
    bank: { x: 634, y: 120, width: 96 },
    hotel: { x: 304, y: 287, width: 236 },
  },
  narrow: {
    trip: { x: 0, y: 0, width: 210 },
    broker: { x: 226, y: 0, width: 124 },
    flight: { x: 0, y: 330, width: 214 },
    payment: { x: 0, y: 560, width: 104 },
    hotel: { x: 114, y: 560, width: 100 },
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
      { table: 'decisions', columns: ['trip', 'decision', 'known'], as: 'rows' },
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
      ...promises,
      ...locks,
      { table: 'mails', columns: ['trip', 'what'], as: 'rows', whenWritten: true },
    ],
    payment: [{ table: 'ledger', columns: ['trip', 'what', 'amount'], as: 'rows' }, ...promises],
    hotel: [
      { table: 'rooms', columns: ['free', 'reserved'], as: 'rows' },
      bookings,
      ...promises,
      ...locks,
    ],
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
