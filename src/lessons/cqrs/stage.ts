import type { Gauge, Stage } from '../definition'

export const stage: Stage = {
  wide: {
    client: { x: 0, y: 0, width: 120 },
    order: { x: 170, y: 0, width: 350 },
    product: { x: 170, y: 0, width: 350 },
    broker: { x: 600, y: 0, width: 190 },
    balancer: { x: 20, y: 270, width: 120 },
    indexer: { x: 620, y: 240, width: 150 },
    projector: { x: 330, y: 270, width: 460 },
    index: { x: 170, y: 270, width: 350 },
    'replica-1': { x: 220, y: 270, width: 270 },
    'replica-2': { x: 520, y: 270, width: 270 },
  },
  narrow: {
    order: { x: 0, y: 0, width: 350 },
    product: { x: 0, y: 0, width: 350 },
    broker: { x: 210, y: 210, width: 140 },
    balancer: { x: 0, y: 190, width: 110 },
    indexer: { x: 0, y: 210, width: 130 },
    projector: { x: 0, y: 320, width: 350 },
    index: { x: 0, y: 320, width: 350 },
    'replica-1': { x: 0, y: 300, width: 170 },
    'replica-2': { x: 180, y: 300, width: 170 },
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
      { table: 'orders', title: 'topic orders', columns: ['offset', 'id', 'key'], as: 'topic' },
      {
        table: 'products',
        title: 'topic products',
        columns: ['offset', 'id', 'key'],
        as: 'topic',
      },
      { table: 'sales', title: 'topic sales', columns: ['offset', 'id', 'key'], as: 'topic' },
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
    value: (rows) => {
      const events = rows.rows('order', 'events').length
      const seen = rows.rows('replica-2', 'checkpoints').map(({ position }) => Number(position))
      return seen.length === 0 ? 0 : events - Math.max(...seen)
    },
  },
]
