import type { Stage } from '../definition'

export const stage: Stage = {
  wide: {
    client: { x: 0, y: 1, width: 84 },
    user: { x: 132, y: 0, width: 404 },
    broker: { x: 640, y: 0, width: 190 },
    log: { x: 640, y: 0, width: 190 },
    profile: { x: 392, y: 296, width: 438 },
  },
  narrow: {
    user: { x: 0, y: 0, width: 324 },
    profile: { x: 0, y: 218, width: 188 },
    broker: { x: 206, y: 218, width: 144 },
    log: { x: 206, y: 218, width: 144 },
  },
  tables: {
    user: [
      { table: 'users', columns: ['id', 'name', 'mail'], as: 'rows' },
      {
        table: 'outbox',
        columns: ['id', 'aggregateid', 'status'],
        as: 'rows',
        state: { column: 'status', waits: ['waiting'] },
      },
    ],
    broker: [
      {
        table: 'profiles',
        title: 'queue profiles',
        columns: ['id', 'state'],
        as: 'rows',
        state: { column: 'state', waits: ['ready', 'unacked'], waitsFor: 'consumer' },
      },
    ],
    log: [{ table: 'users', title: 'topic users', columns: ['offset', 'id', 'key'], as: 'topic' }],
    profile: [
      { table: 'profiles', columns: ['id', 'name', 'mail'], as: 'rows' },
      {
        table: 'applied',
        title: 'applied',
        columns: ['version', 'user'],
        as: 'stream',
        lines: 'user',
      },
      {
        table: 'buffer',
        columns: ['id'],
        as: 'rows',
        state: { column: 'as', waits: ['too early'] },
        absent: 'no buffer',
      },
    ],
  },
  edges: [
    { from: 'client', to: 'user' },
    { from: 'relay', to: 'broker' },
    { from: 'relay', to: 'log' },
    { from: 'broker', to: 'profile' },
    { from: 'log', to: 'profile' },
  ],
}
