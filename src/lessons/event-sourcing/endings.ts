import type { Ending } from '../ending'

export const endings: readonly Ending[] = [
  {
    catalogue: 'ES-1',
    runs: [
      {
        says: 'the row has a balance and no answer',
        preset: 'ES-1',
        outcome: { balance: 20, dispensed: 80, byVersion: 'unknown', answer: 'nobody knows' },
        broken: ['Q-AUDIT'],
      },
      {
        says: 'three events have every balance there was, and the answer',
        preset: 'ES-1',
        variant: 'event-store',
        outcome: { balance: 20, events: 3, byVersion: '100, 70, 20', answer: 'ben, at 232 ms' },
        broken: [],
      },
    ],
  },
  {
    catalogue: 'ES-2',
    runs: [
      {
        says: 'the row says 20 and 160 are gone',
        preset: 'ES-2-row',
        outcome: { balance: 20, dispensed: 160 },
        broken: ['S-STOCK'],
      },
      {
        says: 'without an expected version the events add up to less than nothing, without a gap',
        preset: 'ES-2',
        outcome: { balance: -60, events: 3, dispensed: 160 },
        broken: ['S-STOCK'],
      },
      {
        says: 'the second append is refused, decided again and rejected',
        preset: 'ES-2',
        variant: 'event-store',
        outcome: { balance: 20, events: 2, dispensed: 80 },
        broken: [],
      },
    ],
  },
  {
    catalogue: 'ES-3',
    runs: [
      {
        says: 'a new event on every try is a second deposit',
        preset: 'ES-3',
        outcome: { balance: 80, events: 2 },
        broken: ['S-ONCE'],
      },
      {
        says: 'an expected version alone does not help: the handler decides again',
        preset: 'ES-3-new-ids',
        outcome: { balance: 80, events: 2 },
        broken: ['S-ONCE'],
      },
      {
        says: 'the same id at the same place is the same event',
        preset: 'ES-3',
        variant: 'event-store',
        outcome: { balance: 40, events: 1 },
        broken: [],
      },
    ],
  },
  {
    catalogue: 'ES-6',
    runs: [
      {
        says: 'the event says 100 now and the statement 1000',
        preset: 'ES-6',
        outcome: { balance: 100, events: 1, statement: 1000 },
        broken: ['S-STREAM', 'Q-VIEW'],
      },
      {
        says: 'a correcting event reaches everybody who reads events',
        preset: 'ES-6',
        variant: 'event-store',
        outcome: { balance: 100, events: 2, byVersion: '1000, 100', statement: 100 },
        broken: [],
      },
    ],
  },
  {
    catalogue: 'ES-7',
    runs: [
      {
        says: 'a snapshot of the old fold and one new event',
        preset: 'ES-7',
        outcome: { balance: 54, shown: '59, 59', folds: '1, 1', snapshot: 50 },
        broken: ['S-FOLD'],
      },
      {
        says: 'six events folded once, and the next time none',
        preset: 'ES-7',
        variant: 'event-store',
        outcome: { shown: '54, 54', folds: '6, 0', snapshot: 54 },
        broken: [],
      },
      {
        says: 'without snapshots, six events each time',
        preset: 'ES-7',
        variant: 'no-snapshots',
        outcome: { shown: '54, 54', folds: '6, 6' },
        broken: [],
      },
    ],
  },
  {
    catalogue: 'ES-8',
    runs: [
      {
        says: 'the reader skips what it does not know and says 6',
        preset: 'ES-8',
        outcome: { spent: 6 },
        broken: ['Q-VIEW'],
      },
      {
        says: 'a missing link stops the reader at the first event',
        preset: 'ES-8-missing',
        outcome: { spent: 0 },
        broken: ['Q-VIEW'],
      },
      {
        says: 'the chain reads all three',
        preset: 'ES-8',
        variant: 'event-store',
        outcome: { spent: 20 },
        broken: [],
      },
    ],
  },
]
