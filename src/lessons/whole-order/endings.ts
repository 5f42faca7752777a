import type { Ending } from '../ending'

export const endings: readonly Ending[] = [
  {
    catalogue: 'COMBO-1',
    runs: [
      {
        says: 'a crash after the commit charges twice without an inbox',
        preset: 'COMBO-1',
        outcome: { confirmed: 1, charges: 2, captured: 200 },
        broken: ['S-MONEY', 'Q-MONEY'],
      },
      {
        says: 'the same crash does no harm with all bricks',
        preset: 'COMBO-1',
        variant: 'complete',
        outcome: { confirmed: 1, charges: 1, captured: 100, revenueShown: 100, mails: 1 },
        broken: [],
      },
      {
        says: 'refused and repeated, the order ends rejected once',
        preset: 'refused-card',
        variant: 'complete',
        outcome: {
          orders: 1,
          confirmed: 0,
          rejected: 1,
          charges: 0,
          booksLeft: 3,
          booksHeld: 0,
          mails: 1,
        },
        broken: [],
      },
    ],
  },
  {
    catalogue: 'COMBO-2',
    runs: [
      {
        says: 'key off: two orders of one cart',
        preset: 'COMBO-2',
        outcome: { orders: 2, charges: 2, mails: 2 },
        broken: ['S-ONCE'],
      },
      {
        says: 'outbox off: the end is never told',
        preset: 'COMBO-2-outbox',
        outcome: { confirmed: 1, events: 0, revenueShown: 0, mails: 0 },
        broken: ['Q-EVENT', 'Q-VIEW', 'Q-MAIL'],
      },
      {
        says: 'inbox off: charged twice',
        preset: 'COMBO-2-inbox',
        outcome: { confirmed: 1, charges: 2, captured: 200 },
        broken: ['S-MONEY', 'Q-MONEY'],
      },
      {
        says: 'barrier off: a book is kept for a rejected order',
        preset: 'COMBO-2-barrier',
        outcome: { rejected: 1, booksHeld: 1 },
        broken: ['S-NETSTEP', 'Q-CLEAN'],
      },
      {
        says: 'lock off: one book, sold twice',
        preset: 'COMBO-2-lock',
        outcome: { confirmed: 2, booksLeft: -1 },
        broken: ['S-STOCK'],
      },
      {
        says: 'checkpoint off: counted twice',
        preset: 'COMBO-2-checkpoint',
        outcome: { confirmed: 1, revenueShown: 200 },
        broken: ['Q-VIEW'],
      },
      {
        says: 'all bricks: one order',
        preset: 'COMBO-2',
        variant: 'complete',
        outcome: { orders: 1, charges: 1, mails: 1 },
        broken: [],
      },
      {
        says: 'all bricks: the end is told',
        preset: 'COMBO-2-outbox',
        variant: 'complete',
        outcome: { confirmed: 1, events: 1, revenueShown: 100, mails: 1 },
        broken: [],
      },
      {
        says: 'all bricks: charged once',
        preset: 'COMBO-2-inbox',
        variant: 'complete',
        outcome: { confirmed: 1, charges: 1 },
        broken: [],
      },
      {
        says: 'all bricks: the late command is refused',
        preset: 'COMBO-2-barrier',
        variant: 'complete',
        outcome: { rejected: 1, booksHeld: 0, booksLeft: 3 },
        broken: [],
      },
      {
        says: 'all bricks: one book, sold once',
        preset: 'COMBO-2-lock',
        variant: 'complete',
        outcome: { confirmed: 1, rejected: 1, booksLeft: 0 },
        broken: [],
      },
      {
        says: 'all bricks: counted once',
        preset: 'COMBO-2-checkpoint',
        variant: 'complete',
        outcome: { confirmed: 1, revenueShown: 100 },
        broken: [],
      },
    ],
  },
  {
    catalogue: 'COMBO-4',
    runs: [
      {
        says: '«exactly once»: one row, two mails',
        preset: 'COMBO-4',
        outcome: { mailRows: 1, mails: 2 },
        broken: ['S-MAIL'],
      },
      {
        says: 'an outbox of its own and a provider that takes a key: one mail',
        preset: 'COMBO-4',
        variant: 'complete',
        outcome: { mailRows: 1, mails: 1 },
        broken: [],
      },
    ],
  },
]
