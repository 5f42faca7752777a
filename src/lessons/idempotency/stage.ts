import type { Stage } from '../definition'

export const stage: Stage = {
  wide: {
    client: { x: 0, y: 0, width: 196 },
    api: { x: 262, y: 0, width: 324 },
    psp: { x: 652, y: 0, width: 148 },
  },
  narrow: {
    api: { x: 0, y: 0, width: 350 },
    client: { x: 0, y: 262, width: 186 },
    psp: { x: 202, y: 262, width: 148 },
  },
  tables: {
    client: [
      {
        table: 'asked',
        title: 'asked for',
        columns: ['order', 'amount', 'answer'],
        as: 'rows',
        state: { column: 'answer', waits: ['waits'] },
      },
      { table: 'forms', columns: ['form', 'key'], as: 'rows', absent: 'no key kept' },
    ],
    api: [
      {
        table: 'idempotency',
        columns: ['key', 'status', 'recovery_point', 'response_code'],
        as: 'rows',
        state: { column: 'status', held: ['IN_PROGRESS'] },
        absent: 'no keys',
      },
      { table: 'payments', columns: ['order', 'amount'], as: 'rows' },
      { table: 'wallet', columns: ['order', 'amount'], as: 'rows' },
    ],
    psp: [
      { table: 'charges', columns: ['id', 'order', 'amount'], as: 'rows' },
      { table: 'keys', columns: ['key'], as: 'rows' },
    ],
  },
  edges: [
    { from: 'client', to: 'api' },
    { from: 'api', to: 'psp' },
  ],
}
