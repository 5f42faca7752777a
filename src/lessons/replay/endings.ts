import type { Ending } from '../ending'

export const endings: readonly Ending[] = [
  {
    catalogue: 'ES-4',
    runs: [
      {
        says: 'the rows say 130, and what they were made of is gone',
        preset: 'ES-4',
        outcome: { balances: '130, 130, 130, 130, 130', wrong: 5, bookings: 0, generation: 1 },
        broken: ['Q-VIEW'],
      },
      {
        says: 'the same ten events, folded again, say 70 everywhere',
        preset: 'ES-4',
        variant: 'resume',
        outcome: {
          balances: '70, 70, 70, 70, 70',
          wrong: 0,
          bookings: 10,
          generation: 2,
          folded: 10,
          mails: 5,
        },
        broken: [],
      },
      {
        says: 'a checkpoint in a commit of its own counts a batch of 500 twice',
        preset: 'half-way',
        outcome: { balance: 70, wrong: 5, generation: 2, folded: 10_510 },
        broken: ['Q-VIEW'],
      },
      {
        says: 'a checkpoint in the commit of the batch goes on where it was',
        preset: 'half-way',
        variant: 'resume',
        outcome: { balance: 70, wrong: 0, generation: 2, folded: 10_010, mails: 5 },
        broken: [],
      },
      {
        says: 'without a checkpoint it starts over, and is right in the end',
        preset: 'half-way',
        variant: 'start-over',
        outcome: { balance: 70, wrong: 0, generation: 2, folded: 15_010, mails: 5 },
        broken: [],
      },
      {
        says: 'a view that sends mails sends them again',
        preset: 'mails-again',
        outcome: { balance: 70, wrong: 0, mails: 10 },
        broken: ['S-ONCE'],
      },
      {
        says: 'a replay folds what was stored, also where that is wrong',
        preset: 'wrong-fact',
        outcome: { balances: '-200, 70, 70, 70, 70', wrong: 0, generation: 2 },
        broken: [],
      },
    ],
  },
]
