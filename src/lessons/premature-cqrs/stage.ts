import type { Gauge, Stage } from '../definition'

export const stage: Stage = {
  wide: {
    client: { x: 0, y: 0, width: 118 },
    profile: { x: 140, y: 0, width: 400 },
    broker: { x: 606, y: 0, width: 190 },
    projector: { x: 396, y: 294, width: 400 },
  },
  narrow: {
    profile: { x: 0, y: 0, width: 350 },
    broker: { x: 200, y: 220, width: 150 },
    projector: { x: 0, y: 410, width: 350 },
  },
  tables: {
    client: [{ table: 'reads', title: 'page', columns: ['n', 'shown'], as: 'rows' }],
    profile: [
      { table: 'profiles', columns: ['id', 'bio', 'version'], as: 'rows' },
      {
        table: 'outbox',
        columns: ['id', 'status'],
        as: 'rows',
        state: { column: 'status', waits: ['waiting'] },
      },
    ],
    broker: [
      { table: 'profiles', title: 'topic profiles', columns: ['offset', 'id'], as: 'topic' },
    ],
    projector: [
      { table: 'profile_view', columns: ['id', 'bio', 'version'], as: 'rows' },
      { table: 'checkpoints', columns: ['view', 'position'], as: 'rows' },
    ],
  },
  edges: [
    { from: 'client', to: 'profile' },
    { from: 'client', to: 'query' },
    { from: 'relay', to: 'broker' },
    { from: 'broker', to: 'projector' },
  ],
}

export const gauges: readonly Gauge[] = [
  {
    id: 'behind',
    title: 'Edits behind',
    unit: 'edits',
    of: 'projector',
    value: (rows) => {
      const viewed = rows.row('projector', 'profile_view', 'ann')?.['version']
      const written = rows.row('profile', 'profiles', 'ann')?.['version']
      return viewed === undefined ? 0 : Number(written) - Number(viewed)
    },
  },
]
