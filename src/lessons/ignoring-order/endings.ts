import type { Ending } from '../ending'

export const endings: readonly Ending[] = [
  {
    catalogue: 'CQRS-7',
    runs: [
      {
        says: 'upsert ends with name A',
        preset: 'CQRS-7',
        outcome: { name: 'A', mail: 'a', order: '2, 1' },
        broken: ['S-KEYORDER', 'Q-VIEW'],
      },
      {
        says: 'strict drops version 2 and ends with name A',
        preset: 'CQRS-7-strict',
        outcome: { name: 'A', mail: 'a', order: '1' },
        broken: ['Q-VIEW'],
      },
      {
        says: 'the guard alone ends with name B, and the mail is missing',
        preset: 'CQRS-7-guard',
        outcome: { name: 'B', mail: 'missing', order: '2' },
        broken: ['S-KEYORDER', 'Q-VIEW'],
      },
      {
        says: 'the guard is enough when every event carries everything',
        preset: 'CQRS-7-guard',
        params: { full: 1 },
        outcome: { name: 'B', mail: 'a', order: '2' },
        broken: [],
      },
      {
        says: 'the buffer applies A, then B',
        preset: 'CQRS-7',
        variant: 'buffer',
        outcome: { name: 'B', mail: 'a', order: '1, 2', buffered: 0 },
        broken: [],
      },
      {
        says: 'handing it back with a delay applies A, then B',
        preset: 'CQRS-7',
        variant: 'nack',
        outcome: { name: 'B', mail: 'a', order: '1, 2' },
        broken: [],
      },
    ],
  },
  {
    catalogue: 'OUT-7',
    runs: [
      {
        says: 'nothing is lost, and the consumer applies Updated before Created',
        preset: 'OUT-7',
        outcome: { applied: 2, order: '2, 1', name: 'A' },
        broken: ['S-KEYORDER', 'Q-VIEW'],
      },
      {
        says: 'the consumer buffers by version',
        preset: 'OUT-7',
        variant: 'buffer',
        outcome: { applied: 2, order: '1, 2', name: 'B', mail: 'a' },
        broken: [],
      },
    ],
  },
]
