import type { Ending } from '../ending'

export const endings: readonly Ending[] = [
  {
    catalogue: 'SPLIT-1',
    runs: [
      {
        says: 'two voters: nothing is accepted anywhere',
        preset: 'SPLIT-1',
        outcome: { accepted: 0, refused: 10, vanished: 0 },
        broken: ['A-ONE'],
      },
      {
        says: 'two of three: the majority side accepts five, the other side refuses five',
        preset: 'SPLIT-1-witness',
        outcome: { acceptedUs: 5, acceptedEu: 0, accepted: 5, refused: 5, vanished: 0 },
        broken: [],
      },
      {
        says: 'the same cut that stopped two voters',
        preset: 'SPLIT-1',
        variant: 'majority-witness',
        outcome: { acceptedUs: 5, acceptedEu: 0, refused: 5 },
        broken: [],
      },
      {
        says: 'both sides accept everything, and five writes are gone',
        preset: 'SPLIT-1-ap',
        outcome: { accepted: 10, refused: 0, vanished: 5, conflicts: 0 },
        broken: ['S-ACKED'],
      },
      {
        says: 'both sides accept everything, and five addresses are in conflict',
        preset: 'SPLIT-1-ap',
        variant: 'version-vectors',
        outcome: { accepted: 10, refused: 0, vanished: 0, conflicts: 5 },
        broken: [],
      },
      {
        says: 'a counter converges below zero',
        preset: 'SPLIT-1-stock',
        outcome: { accepted: 10, refused: 0, stock: -4 },
        broken: ['S-STOCK'],
      },
      {
        says: 'with allowances each region sells its three pieces',
        preset: 'SPLIT-1-stock',
        variant: 'escrow',
        outcome: { acceptedUs: 3, acceptedEu: 3, refused: 4, stock: 0, refusedInStock: 0 },
        broken: [],
      },
      {
        says: 'escrow refuses two sales although two pieces lie elsewhere',
        preset: 'allowance',
        variant: 'escrow',
        outcome: { acceptedUs: 3, acceptedEu: 1, refused: 2, stock: 2, refusedInStock: 2 },
        broken: [],
      },
    ],
  },
  {
    catalogue: 'SPLIT-3',
    runs: [
      {
        says: 'the later clock wins, and D3 is gone',
        preset: 'SPLIT-3',
        outcome: { accepted: 5, vanished: 1 },
        broken: ['S-ACKED'],
      },
      {
        says: 'D3 and D4 are siblings until D5 has seen both',
        preset: 'SPLIT-3',
        variant: 'dynamo-vectors',
        outcome: { accepted: 5, vanished: 0, conflicts: 0, clock: '([Sx,3],[Sy,1],[Sz,1])' },
        broken: [],
      },
    ],
  },
  {
    catalogue: 'SPLIT-5',
    runs: [
      {
        says: 'united, the book resurfaces',
        preset: 'SPLIT-5',
        outcome: { cart: 'book, pen', vanished: 0 },
        broken: ['Q-INTENT'],
      },
      {
        says: 'the later cart wins, and the removal is lost',
        preset: 'SPLIT-5-later',
        outcome: { cart: 'book, pen', vanished: 0 },
        broken: ['Q-INTENT'],
      },
      {
        says: 'the later cart wins, and the pen is lost',
        preset: 'SPLIT-5-earlier',
        outcome: { cart: 'empty', vanished: 1 },
        broken: ['S-ACKED'],
      },
      {
        says: 'by tags the cart holds the pen',
        preset: 'SPLIT-5',
        variant: 'or-set',
        outcome: { cart: 'pen', vanished: 0 },
        broken: [],
      },
      {
        says: 'put in again, and lost to a later removal',
        preset: 'SPLIT-5-again',
        outcome: { cart: 'empty', vanished: 1 },
        broken: ['S-ACKED'],
      },
      {
        says: 'put in again, the book wins over the removal',
        preset: 'SPLIT-5-again',
        variant: 'or-set',
        outcome: { cart: 'book', vanished: 0 },
        broken: [],
      },
    ],
  },
  {
    catalogue: 'SPLIT-6',
    runs: [
      {
        says: 'Worker 1 overwrites Worker 2',
        preset: 'SPLIT-6',
        outcome: { tokens: '34, 33', zombieWrites: 1, refusedWrites: 0, report: 'w1' },
        broken: ['S-FENCE'],
      },
      {
        says: 'a look at the watch right before the write does not help',
        preset: 'SPLIT-6-checked',
        outcome: { tokens: '34, 33', zombieWrites: 1 },
        broken: ['S-FENCE'],
      },
      {
        says: 'storage refuses 33 after 34, and Worker 1 comes back with 35',
        preset: 'SPLIT-6',
        variant: 'fencing',
        outcome: { tokens: '34, 35', zombieWrites: 0, refusedWrites: 1 },
        broken: [],
      },
    ],
  },
]
