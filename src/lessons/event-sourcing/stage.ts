import type { Stage } from '../definition'

export const stage: Stage = {
  wide: {
    anna: { x: 0, y: 1, width: 84 },
    ben: { x: 0, y: 156, width: 84 },
    account: { x: 128, y: 0, width: 244 },
    store: { x: 420, y: 0, width: 380 },
  },
  narrow: {
    account: { x: 0, y: 0, width: 350 },
    store: { x: 0, y: 262, width: 350 },
  },
  tables: {
    account: [
      {
        table: 'snapshots',
        columns: ['stream_id', 'version', 'fold_version', 'balance'],
        as: 'rows',
      },
      { table: 'accounts', columns: ['id', 'balance'], as: 'rows' },
    ],
    store: [
      {
        table: 'events',
        columns: ['stream_position', 'type', 'data'],
        as: 'stream',
        lines: 'stream_id',
      },
      {
        table: 'lines',
        title: 'statement',
        columns: ['stream_id', 'stream_position', 'amount', 'balance'],
        as: 'rows',
      },
    ],
  },
  edges: [
    { from: 'anna', to: 'account' },
    { from: 'ben', to: 'account' },
    { from: 'account', to: 'store' },
  ],
}
