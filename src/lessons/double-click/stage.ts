import type { Stage } from '../definition'

export const stage: Stage = {
  wide: {
    client: { x: 0, y: 0, width: 190 },
    api: { x: 260, y: 0, width: 300 },
    psp: { x: 630, y: 0, width: 170 },
  },
  narrow: {
    api: { x: 0, y: 0, width: 350 },
    client: { x: 0, y: 262, width: 164 },
    psp: { x: 186, y: 262, width: 164 },
  },
  tables: {
    client: [
      {
        table: 'clicks',
        columns: ['click', 'answer'],
        as: 'rows',
        state: { column: 'answer', waits: ['waits'] },
      },
      { table: 'buttons', columns: ['tab', 'state'], as: 'rows' },
    ],
    api: [
      {
        table: 'idempotency',
        columns: ['key', 'status', 'response_code'],
        as: 'rows',
        state: { column: 'status', held: ['IN_PROGRESS'] },
        absent: 'no keys',
      },
      { table: 'payments', columns: ['id', 'order'], as: 'rows' },
    ],
    psp: [{ table: 'charges', columns: ['id', 'order', 'amount'], as: 'rows' }],
  },
  edges: [
    { from: 'client', to: 'api' },
    { from: 'api', to: 'psp' },
  ],
}
