import type { Stage } from '../definition'

export const stage: Stage = {
  wide: {
    client: { x: 0, y: 44, width: 84 },
    order: { x: 124, y: 0, width: 404 },
    broker: { x: 600, y: 0, width: 176 },
    shipping: { x: 440, y: 352, width: 336 },
  },
  narrow: {
    order: { x: 0, y: 0, width: 366 },
    shipping: { x: 0, y: 268, width: 186 },
    broker: { x: 206, y: 268, width: 160 },
  },
  tables: {
    order: [
      { table: 'orders', columns: ['id', 'status'], as: 'rows' },
      {
        table: 'outbox',
        columns: ['id', 'type', 'aggregateid', 'status'],
        as: 'outbox',
        sentColumn: 'status',
      },
    ],
    broker: [
      { table: 'orders', title: 'topic orders', columns: ['offset', 'id', 'key'], as: 'topic' },
    ],
    shipping: [
      { table: 'shipments', columns: ['id', 'order', 'status'], as: 'rows' },
      { table: 'inbox', columns: ['id'], as: 'rows', absent: 'no inbox' },
    ],
  },
  edges: [
    { from: 'client', to: 'order' },
    { from: 'order', to: 'broker' },
    { from: 'relay', to: 'broker' },
    { from: 'broker', to: 'shipping' },
  ],
}
