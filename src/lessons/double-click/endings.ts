import type { Ending } from '../ending'

export const endings: readonly Ending[] = [
  {
    catalogue: 'IDEM-1',
    runs: [
      {
        says: 'with no protection ten clicks are ten charges',
        preset: 'IDEM-1-nothing',
        outcome: { sent: 10, charges: 10, answered: 10, differentAnswers: 10 },
        broken: ['S-ONCE', 'S-REPLY'],
      },
      {
        says: 'check, then act: ten charges, because all ten looked before the first wrote',
        preset: 'IDEM-1',
        outcome: { sent: 10, charges: 10, answered: 10, differentAnswers: 10, clicksToldToWait: 0 },
        broken: ['S-ONCE', 'S-REPLY'],
      },
      {
        says: 'insert first: one charge, nine times 409, and then the stored answer',
        preset: 'IDEM-1',
        variant: 'unique-insert',
        outcome: {
          charges: 1,
          payments: 1,
          answered: 10,
          differentAnswers: 1,
          clicksToldToWait: 9,
          inProgress: 0,
        },
        broken: [],
      },
      {
        says: 'insert first and wait: one charge and ten equal answers, without a 409',
        preset: 'IDEM-1-nothing',
        variant: 'blocking',
        outcome: { charges: 1, answered: 10, differentAnswers: 1, clicksToldToWait: 0 },
        broken: [],
      },
    ],
  },
]
