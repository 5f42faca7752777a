import type { Stage } from '../definition'

export const stage: Stage = {
  wide: {
    shops: { x: 0, y: 119, width: 96 },
    ops: { x: 386, y: 0, width: 110 },
    ledger: { x: 136, y: 118, width: 530 },
    post: { x: 710, y: 118, width: 136 },
  },
  narrow: {
    ledger: { x: 0, y: 0, width: 350 },
    post: { x: 110, y: 250, width: 130 },
  },
  tables: {
    ledger: [
      { table: 'events', columns: ['type', 'amount'], as: 'rows' },
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
