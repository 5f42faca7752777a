import type { Stage } from '../definition'

export const stage: Stage = {
  wide: {
    client: { x: 0, y: 1, width: 84 },
    order: { x: 132, y: 0, width: 404 },
    broker: { x: 620, y: 0, width: 176 },
    shipping: { x: 460, y: 296, width: 336 },
  },
  narrow: {
    order: { x: 0, y: 0, width: 324 },
    shipping: { x: 0, y: 218, width: 158 },
    broker: { x: 192, y: 218, width: 158 },
  },
  tables: {
    order: [
      { table: 'orders', columns: ['id', 'status'], as: 'rows' },
      {
        table: 'outbox',
        columns: ['id', 'type', 'aggregateid', 'status'],
        as: 'rows',
        state: { column: 'status', waits: ['waiting'] },
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
    { from: 'relay', to: 'broker' },
    { from: 'broker', to: 'shipping' },
  ],
}
