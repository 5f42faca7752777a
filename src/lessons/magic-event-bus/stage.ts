import type { Stage } from '../definition'

export const stage: Stage = {
  wide: {
    client: { x: 0, y: 1, width: 84 },
    order: { x: 116, y: 0, width: 440 },
    broker: { x: 624, y: 0, width: 232 },
    log: { x: 596, y: 0, width: 272 },
    shipping: { x: 424, y: 324, width: 440 },
  },
  narrow: {
    order: { x: 0, y: 0, width: 350 },
    shipping: { x: 0, y: 318, width: 158 },
    broker: { x: 192, y: 318, width: 158 },
    log: { x: 192, y: 318, width: 158 },
  },
  tables: {
    order: [
      { table: 'orders', columns: ['id', 'status'], as: 'rows' },
      {
        table: 'outbox',
        columns: ['id', 'status'],
        as: 'rows',
        state: { column: 'status', waits: ['waiting'], person: ['returned'] },
        absent: 'no outbox',
      },
      {
        table: 'alarms',
        columns: ['event', 'status'],
        as: 'rows',
        state: { column: 'status', person: ['open'], waitsFor: 'text' },
      },
    ],
    broker: [
      {
        table: 'shipping',
        title: 'queue shipping',
        columns: ['id', 'key', 'state'],
        as: 'rows',
        state: { column: 'state', waits: ['ready', 'unacked'], waitsFor: 'consumer' },
      },
    ],
    log: [
      { table: 'orders', title: 'topic orders', columns: ['offset', 'id', 'key'], as: 'topic' },
      {
        table: 'dead-letters',
        title: 'dead letters',
        columns: ['offset', 'id', 'key'],
        as: 'topic',
      },
    ],
    shipping: [
      { table: 'shipments', columns: ['order', 'status'], as: 'rows' },
      { table: 'inbox', columns: ['id'], as: 'rows', absent: 'no inbox' },
      {
        table: 'parked',
        columns: ['id', 'order', 'as'],
        as: 'rows',
        state: { column: 'as', waits: ['behind'], person: ['poison'], waitsFor: 'order' },
      },
    ],
  },
  edges: [
    { from: 'client', to: 'order' },
    { from: 'relay', to: 'broker' },
    { from: 'order', to: 'broker' },
    { from: 'broker', to: 'shipping' },
    { from: 'relay', to: 'log' },
    { from: 'log', to: 'shipping' },
    { from: 'operator', to: 'shipping' },
  ],
}
