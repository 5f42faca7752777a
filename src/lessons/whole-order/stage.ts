import type { Stage } from '../definition'

const waiting = { column: 'status', waits: ['waiting'] }

export const stage: Stage = {
  wide: {
    customer: { x: 0, y: 1, width: 84 },
    order: { x: 112, y: 0, width: 440 },
    queue: { x: 602, y: 0, width: 140 },
    stock: { x: 778, y: 0, width: 322 },
    provider: { x: 0, y: 262, width: 104 },
    mail: { x: 132, y: 262, width: 136 },
    view: { x: 288, y: 262, width: 122 },
    log: { x: 430, y: 262, width: 122 },
    payment: { x: 778, y: 262, width: 322 },
  },
  narrow: {
    order: { x: 0, y: 0, width: 350 },
    queue: { x: 0, y: 330, width: 160 },
    payment: { x: 190, y: 330, width: 160 },
    log: { x: 190, y: 590, width: 160 },
    view: { x: 0, y: 790, width: 160 },
    mail: { x: 190, y: 790, width: 160 },
    stock: { x: 0, y: 1010, width: 350 },
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
