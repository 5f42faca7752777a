import type { Stage, StageTable } from '../definition'

const writes: StageTable = {
  table: 'writes',
  columns: ['value', 'status'],
  as: 'rows',
  state: { column: 'status', waits: ['asked'] },
}

const clicks: StageTable = {
  table: 'clicks',
  columns: ['id', 'does', 'item', 'status'],
  as: 'rows',
  state: { column: 'status', waits: ['asked'] },
}

const jobs: StageTable = {
  table: 'jobs',
  columns: ['id', 'status'],
  as: 'rows',
  state: { column: 'status', waits: ['open'] },
}

/** A copy shows whichever of these its program keeps. */
const copyTables: readonly StageTable[] = [
  { table: 'addresses', columns: ['id', 'value', 'at', 'ballot'], as: 'rows' },
  { table: 'versions', columns: ['value', 'clock'], as: 'rows' },
  { table: 'carts', columns: ['id', 'items', 'at'], as: 'rows' },
  { table: 'tags', columns: ['id', 'item', 'status'], as: 'rows' },
  { table: 'counters', columns: ['id', 'added', 'sold'], as: 'rows' },
]

/** Customers above, their region below, the ocean between; each story uses the places it needs. */
export const stage: Stage = {
  wide: {
    'client-us': { x: 10, y: 0, width: 280 },
    'client-eu': { x: 580, y: 0, width: 280 },
    us: { x: 10, y: 262, width: 280 },
    eu: { x: 580, y: 262, width: 280 },
    witness: { x: 351, y: 120, width: 168 },
    client: { x: 0, y: 0, width: 170 },
    sx: { x: 230, y: 0, width: 250 },
    sy: { x: 550, y: 0, width: 270 },
    sz: { x: 550, y: 290, width: 270 },
    w1: { x: 0, y: 0, width: 180 },
    w2: { x: 580, y: 0, width: 200 },
    locks: { x: 250, y: 0, width: 260 },
    storage: { x: 440, y: 290, width: 340 },
  },
  narrow: {
    us: { x: 0, y: 0, width: 164 },
    eu: { x: 186, y: 0, width: 164 },
    'client-us': { x: 0, y: 268, width: 164 },
    'client-eu': { x: 186, y: 268, width: 164 },
    witness: { x: 110, y: 520, width: 130 },
    sx: { x: 0, y: 0, width: 164 },
    sz: { x: 186, y: 0, width: 164 },
    sy: { x: 0, y: 268, width: 164 },
    client: { x: 186, y: 268, width: 164 },
    locks: { x: 0, y: 0, width: 164 },
    storage: { x: 186, y: 0, width: 164 },
    w1: { x: 0, y: 268, width: 164 },
    w2: { x: 186, y: 268, width: 164 },
  },
  regions: [
    {
      title: 'US',
      stands: ['us', 'client-us'],
      wide: { x: -8, y: -24, width: 316, height: 530 },
      narrow: { x: -8, y: -24, width: 180, height: 516 },
    },
    {
      title: 'EU',
      stands: ['eu', 'client-eu'],
      wide: { x: 562, y: -24, width: 316, height: 530 },
      narrow: { x: 178, y: -24, width: 180, height: 516 },
    },
  ],
  tables: {
    'client-us': [writes, clicks],
    'client-eu': [writes, clicks],
    client: [writes],
    us: copyTables,
    eu: copyTables,
    witness: copyTables,
    sx: copyTables,
    sy: copyTables,
    sz: copyTables,
    locks: [
      {
        table: 'locks',
        columns: ['id', 'state', 'holder', 'token'],
        as: 'rows',
        state: { column: 'state', held: ['held'] },
      },
    ],
    storage: [{ table: 'journal', columns: ['n', 'by', 'token', 'status'], as: 'rows' }],
    w1: [jobs],
    w2: [jobs],
  },
  edges: [
    { from: 'client-us', to: 'us' },
    { from: 'client-eu', to: 'eu' },
    { from: 'us', to: 'witness' },
    { from: 'eu', to: 'witness' },
    { from: 'us', to: 'eu' },
    { from: 'client', to: 'sx' },
    { from: 'client', to: 'sy' },
    { from: 'client', to: 'sz' },
    { from: 'sx', to: 'sy' },
    { from: 'sx', to: 'sz' },
    { from: 'sy', to: 'sz' },
    { from: 'w1', to: 'locks' },
    { from: 'w2', to: 'locks' },
    { from: 'w1', to: 'storage' },
    { from: 'w2', to: 'storage' },
  ],
}
