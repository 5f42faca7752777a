import type { Gauge, Stage } from '../definition'

export const stage: Stage = {
  wide: {
    client: { x: 0, y: 0, width: 118 },
    order: { x: 140, y: 0, width: 450 },
    product: { x: 140, y: 0, width: 400 },
    broker: { x: 640, y: 0, width: 170 },
    balancer: { x: 0, y: 330, width: 120 },
    indexer: { x: 696, y: 294, width: 114 },
    projector: { x: 402, y: 294, width: 408 },
    index: { x: 394, y: 294, width: 232 },
    'replica-1': { x: 190, y: 280, width: 290 },
    'replica-2': { x: 520, y: 280, width: 290 },
  },
  narrow: {
    order: { x: 0, y: 0, width: 350 },
    product: { x: 0, y: 0, width: 350 },
    broker: { x: 200, y: 220, width: 150 },
    balancer: { x: 0, y: 260, width: 120 },
    indexer: { x: 0, y: 260, width: 120 },
    projector: { x: 0, y: 410, width: 350 },
    index: { x: 0, y: 410, width: 350 },
    'replica-1': { x: 0, y: 430, width: 170 },
    'replica-2': { x: 180, y: 430, width: 170 },
  },
  tables: {
    client: [
      { table: 'looks', title: 'page', columns: ['order', 'shows'], as: 'rows' },
      { table: 'reads', title: 'page', columns: ['turn', 'sold'], as: 'rows' },
    ],
    order: [
      { table: 'orders', columns: ['id', 'customer', 'total'], as: 'rows' },
      { table: 'customers', columns: ['id', 'owes', 'credit'], as: 'rows' },
      {
        table: 'outbox',
        columns: ['id', 'status'],
        as: 'rows',
        state: { column: 'status', waits: ['waiting'] },
      },
      { table: 'order_view', columns: ['id', 'customer', 'total'], as: 'rows' },
      { table: 'events', columns: ['position', 'product'], as: 'rows' },
    ],
    product: [
      { table: 'products', columns: ['id', 'price', 'version'], as: 'rows' },
      {
        table: 'outbox',
        columns: ['id', 'status'],
        as: 'rows',
        absent: 'no outbox',
        state: { column: 'status', waits: ['waiting'] },
      },
    ],
    broker: [
      { table: 'changes', title: 'topic changes', columns: ['offset', 'id', 'key'], as: 'topic' },
    ],
    projector: [
      { table: 'order_view', columns: ['id', 'customer', 'total'], as: 'rows' },
      { table: 'totals', columns: ['customer', 'orders', 'spent'], as: 'rows' },
      { table: 'checkpoints', columns: ['view', 'position'], as: 'rows' },
    ],
    index: [
      { table: 'documents', columns: ['id', 'price', 'version'], as: 'rows' },
      { table: 'access_log', columns: ['line', 'price', 'status'], as: 'rows' },
    ],
    'replica-1': [
      { table: 'sales', columns: ['view', 'product', 'sold'], as: 'rows' },
      { table: 'checkpoints', columns: ['view', 'position'], as: 'rows' },
    ],
    'replica-2': [
      { table: 'sales', columns: ['view', 'product', 'sold'], as: 'rows' },
      { table: 'checkpoints', columns: ['view', 'position'], as: 'rows' },
    ],
  },
  edges: [
    { from: 'client', to: 'order' },
    { from: 'client', to: 'query' },
    { from: 'client', to: 'product' },
    { from: 'client', to: 'product-2' },
    { from: 'client', to: 'balancer' },
    { from: 'relay', to: 'broker' },
    { from: 'broker', to: 'projector' },
    { from: 'broker', to: 'indexer' },
    { from: 'broker', to: 'replica-1' },
    { from: 'broker', to: 'replica-2' },
    { from: 'indexer', to: 'index' },
    { from: 'product', to: 'index' },
    { from: 'balancer', to: 'replica-1' },
    { from: 'balancer', to: 'replica-2' },
    { from: 'replica-1', to: 'order' },
    { from: 'replica-2', to: 'order' },
  ],
}

export const gauges: readonly Gauge[] = [
  {
    id: 'lag',
    title: 'Lag of the view',
    unit: 'orders',
    of: 'projector',
    value: (rows) => {
      const checkpoint = rows.row('projector', 'checkpoints', 'orders')
      if (checkpoint === undefined) return 0
      const newest = rows.rows('order', 'orders').map(({ position }) => Number(position))
      return Math.max(0, ...newest) - Number(checkpoint['position'])
    },
  },
  {
    id: 'replicaLag',
    title: 'Lag of replica 2',
    unit: 'sales',
    of: 'replica-2',
    value: (rows) => {
      const events = rows.rows('order', 'events').length
      const seen = rows.rows('replica-2', 'checkpoints').map(({ position }) => Number(position))
      return seen.length === 0 ? 0 : events - Math.max(...seen)
    },
  },
]
