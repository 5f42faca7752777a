import type { Ending } from '../ending'

export const endings: readonly Ending[] = [
  {
    catalogue: 'IDEM-2',
    runs: [
      {
        says: 'without a key the retry is a second charge',
        preset: 'IDEM-2',
        outcome: { charges: 2, payments: 2, taken: 200, answer: '201' },
        broken: ['S-ONCE'],
      },
      {
        says: 'the retry gets the stored 201, and there is one charge',
        preset: 'IDEM-2',
        variant: 'full',
        outcome: { charges: 1, payments: 1, taken: 100, answer: '201', keys: 1 },
        broken: [],
      },
    ],
  },
  {
    catalogue: 'IDEM-3',
    runs: [
      {
        says: 'the second request is silently answered with the first result',
        preset: 'IDEM-3',
        outcome: { charges: 1, taken: 100, answer: '201', secondAnswer: '201' },
        broken: ['S-REPLY'],
      },
      {
        says: 'a server that ignores the key executes both',
        preset: 'IDEM-3',
        variant: 'no-key',
        outcome: { charges: 2, taken: 1000, answer: '201', secondAnswer: '201' },
        broken: [],
      },
      {
        says: 'the fingerprint differs: 422, and nothing is executed',
        preset: 'IDEM-3',
        variant: 'full',
        outcome: { charges: 1, taken: 100, answer: '201', secondAnswer: '422' },
        broken: [],
      },
    ],
  },
  {
    catalogue: 'IDEM-5',
    runs: [
      {
        says: 'PayAPI 2 takes over and the card is charged twice',
        preset: 'IDEM-5',
        outcome: { charges: 2, payments: 2, taken: 200, answer: '201' },
        broken: ['S-ONCE'],
      },
      {
        says: 'the provider knows the key: one charge, and one stored answer',
        preset: 'IDEM-5',
        variant: 'full',
        outcome: { charges: 1, payments: 1, taken: 100, answer: '201', inProgress: 0 },
        broken: [],
      },
    ],
  },
  {
    catalogue: 'IDEM-6',
    runs: [
      {
        says: 'after both windows the same key is a second charge',
        preset: 'IDEM-6',
        outcome: { charges: 2, payments: 2, answer: '201' },
        broken: ['S-ONCE'],
      },
      {
        says: 'the business key refuses it',
        preset: 'IDEM-6',
        variant: 'full',
        outcome: { charges: 1, payments: 1, answer: '403' },
        broken: [],
      },
    ],
  },
  {
    catalogue: 'IDEM-7',
    runs: [
      {
        says: 'the server is perfect, and there are two charges',
        preset: 'IDEM-7',
        outcome: { charges: 2, payments: 2, keys: 2, answer: '201' },
        broken: ['S-ONCE'],
      },
      {
        says: 'the same server and a key that was kept before sending: one charge',
        preset: 'IDEM-7',
        variant: 'key-to-psp',
        outcome: { charges: 1, payments: 1, keys: 1, answer: '201' },
        broken: [],
      },
    ],
  },
  {
    catalogue: 'IDEM-8',
    runs: [
      {
        says: 'store every result: the same 500 for ever, money taken and no payment',
        preset: 'IDEM-8-store',
        outcome: { charges: 1, payments: 0, taken: 100, answered: 0, inProgress: 0 },
        broken: ['Q-REPLY', 'Q-MONEY'],
      },
      {
        says: 'delete the record on error: the retry charges again',
        preset: 'IDEM-8-delete',
        outcome: { charges: 2, payments: 1, taken: 200, answer: '201' },
        broken: ['S-ONCE'],
      },
      {
        says: 'a key for the provider and a recovery point: the retry goes on',
        preset: 'IDEM-8-store',
        variant: 'full',
        outcome: { charges: 1, payments: 1, taken: 100, answer: '201' },
        broken: [],
      },
    ],
  },
]
