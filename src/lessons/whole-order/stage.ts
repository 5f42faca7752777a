import type { Stage } from '../definition'

const waiting = { column: 'status', waits: ['waiting'] }

export const stage: Stage = {
  wide: {
    customer: { x: 0, y: 1, width: 84 },
    order: { x: 124, y: 0, width: 400 },
    queue: { x: 590, y: 0, width: 190 },
    stock: { x: 850, y: 0, width: 330 },
    provider: { x: 0, y: 330, width: 112 },
    mail: { x: 150, y: 330, width: 170 },
    log: { x: 370, y: 330, width: 170 },
    view: { x: 590, y: 330, width: 190 },
    payment: { x: 850, y: 330, width: 330 },
  },
  narrow: {
    order: { x: 0, y: 0, width: 350 },
    queue: { x: 0, y: 218, width: 165 },
    stock: { x: 185, y: 218, width: 165 },
    log: { x: 0, y: 436, width: 165 },
    payment: { x: 185, y: 436, width: 165 },
    view: { x: 0, y: 654, width: 165 },
    mail: { x: 185, y: 654, width: 165 },
  },
  tables: {
    order: [
      { table: 'orders', columns: ['id', 'status'], as: 'rows' },
      {
        table: 'sagas',
        columns: ['order', 'state', 'waitsFor'],
        as: 'rows',
        state: {
          column: 'state',
          waits: ['RESERVING', 'CHARGING', 'CONFIRMING', 'RELEASING'],
          waitsFor: 'waitsFor',
        },
      },
      { table: 'outbox', columns: ['id', 'status'], as: 'rows', state: waiting },
    ],
    queue: [
      { table: 'stock', columns: ['type', 'key'], as: 'topic' },
      { table: 'payment', columns: ['type', 'key'], as: 'topic' },
      { table: 'answers', columns: ['type', 'key'], as: 'topic' },
    ],
    stock: [
      { table: 'stock', columns: ['sku', 'quantity'], as: 'rows' },
      {
        table: 'reservations',
        columns: ['order', 'state'],
        as: 'rows',
        state: { column: 'state', held: ['RESERVED'] },
      },
      { table: 'barrier', columns: ['id'], as: 'rows', absent: 'no barrier' },
    ],
    payment: [
      { table: 'ledger', columns: ['order', 'captured'], as: 'rows' },
      { table: 'inbox', columns: ['id'], as: 'rows', absent: 'no inbox' },
    ],
    log: [{ table: 'orders', columns: ['offset', 'type', 'key'], as: 'topic' }],
    view: [{ table: 'sales', columns: ['day', 'orders', 'revenue'], as: 'rows' }],
    mail: [{ table: 'mails', columns: ['order', 'text', 'status'], as: 'rows', state: waiting }],
    provider: [{ table: 'sent', columns: ['id', 'text'], as: 'rows' }],
  },
  edges: [
    { from: 'customer', to: 'order' },
    { from: 'order-relay', to: 'queue' },
    { from: 'queue', to: 'stock' },
    { from: 'queue', to: 'payment' },
    { from: 'order-relay', to: 'log' },
    { from: 'log', to: 'view' },
    { from: 'log', to: 'mail' },
    { from: 'mail', to: 'provider' },
  ],
}
