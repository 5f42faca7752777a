import type { Stage, StageTable } from '../definition'

const outbox: StageTable = {
  table: 'outbox',
  columns: ['id', 'status'],
  as: 'rows',
  state: { column: 'status', waits: ['waiting'] },
}

export const stage: Stage = {
  wide: {
    client: { x: 0, y: 1, width: 84 },
    order: { x: 108, y: 0, width: 476 },
    email: { x: 620, y: 0, width: 176 },
    broker: { x: 620, y: 0, width: 176 },
    credit: { x: 108, y: 286, width: 300 },
    payment: { x: 480, y: 286, width: 316 },
  },
  narrow: {
    order: { x: 0, y: 0, width: 350 },
    email: { x: 0, y: 322, width: 350 },
    payment: { x: 0, y: 322, width: 158 },
    broker: { x: 192, y: 322, width: 158 },
  },
  tables: {
    order: [
      { table: 'orders', columns: ['id', 'status'], as: 'rows' },
      {
        table: 'saga',
        columns: ['status', 'credit', 'payment'],
        as: 'rows',
        state: { column: 'waitsFor', waits: ['credit', 'payment'], waitsFor: 'waitsFor' },
      },
      { ...outbox, absent: 'no outbox' },
    ],
    email: [{ table: 'mails', columns: ['order', 'text'], as: 'rows' }],
    broker: [
      { table: 'payment', title: 'topic payment', columns: ['offset', 'type'], as: 'topic' },
    ],
    credit: [{ table: 'reservations', columns: ['order', 'amount', 'status'], as: 'rows' }],
    payment: [{ table: 'entries', columns: ['order', 'kind', 'amount'], as: 'rows' }],
  },
  edges: [
    { from: 'client', to: 'order' },
    { from: 'order', to: 'email' },
    { from: 'mailer', to: 'email' },
    { from: 'order-relay', to: 'broker' },
    { from: 'broker', to: 'credit' },
    { from: 'broker', to: 'payment' },
    { from: 'credit-relay', to: 'broker' },
    { from: 'payment-relay', to: 'broker' },
    { from: 'broker', to: 'order' },
  ],
}
