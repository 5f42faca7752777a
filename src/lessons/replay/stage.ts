import type { Stage } from '../definition'

export const stage: Stage = {
  wide: {
    shops: { x: 0, y: 1, width: 96 },
    ops: { x: 0, y: 158, width: 96 },
    ledger: { x: 150, y: 0, width: 470 },
    post: { x: 664, y: 0, width: 136 },
  },
  narrow: {
    ledger: { x: 0, y: 0, width: 350 },
    post: { x: 110, y: 250, width: 130 },
  },
  tables: {
    ledger: [
      { table: 'events', columns: ['position', 'stream_id', 'type', 'amount'], as: 'rows' },
      {
        table: 'generations',
        columns: ['id', 'state', 'position'],
        as: 'rows',
        state: { column: 'state', waits: ['building'] },
      },
      { table: 'balances', columns: ['account', 'generation', 'balance'], as: 'rows' },
    ],
    post: [{ table: 'mails', columns: ['to', 'event'], as: 'rows' }],
  },
  edges: [
    { from: 'shops', to: 'ledger' },
    { from: 'mailer', to: 'post' },
  ],
}
