import type { Ending } from '../ending'

export const endings: readonly Ending[] = [
  {
    catalogue: 'SAGA-8',
    runs: [
      {
        says: 'a synchronous chain: 500 though the order is committed, a retry, two orders',
        preset: 'SAGA-8',
        outcome: { orders: 2, confirmed: 2, mails: 0, told: '500' },
        broken: ['S-ONCE', 'Q-EVENT'],
      },
      {
        says: 'the mail as a step before the pivot: the order is compensated because of a mail',
        preset: 'SAGA-8-step',
        outcome: { orders: 1, confirmed: 0, status: 'CANCELLED', mails: 0 },
        broken: ['Q-KEPT'],
      },
      {
        says: 'the order is confirmed, and the mail arrives after the two seconds',
        preset: 'SAGA-8',
        variant: 'mail-later',
        outcome: { orders: 1, confirmed: 1, mails: 1, told: '201' },
        broken: [],
      },
    ],
  },
  {
    catalogue: 'SAGA-13',
    runs: [
      {
        says: 'a timeout taken for a no: the order is compensated, and the old command is executed',
        preset: 'SAGA-13',
        outcome: { status: 'REJECTED', saga: 'ABORTED', captured: 100, refunded: 0 },
        broken: ['Q-MONEY'],
      },
      {
        says: 'the saga stays STARTED and completes after the restart',
        preset: 'SAGA-13',
        variant: 'waits',
        outcome: {
          status: 'CONFIRMED',
          saga: 'COMPLETED',
          saw: 'STARTED: credit SUCCEEDED, payment STARTED',
          captured: 100,
          refunded: 0,
        },
        broken: [],
      },
      {
        says: 'giving up is right when the unknown is compensated as well',
        preset: 'SAGA-13',
        variant: 'compensate-unknown',
        outcome: { status: 'REJECTED', saga: 'ABORTED', captured: 100, refunded: 100 },
        broken: [],
      },
    ],
  },
]
