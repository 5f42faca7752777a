import type { Ending } from '../ending'

export const endings: readonly Ending[] = [
  {
    catalogue: 'OUT-2',
    runs: [
      {
        says: 'the order exists and its event never comes',
        preset: 'OUT-2',
        outcome: { orders: 1, records: 0, shipments: 0 },
        broken: ['Q-EVENT'],
      },
      {
        says: 'the event is a row of the same commit, and is sent',
        preset: 'OUT-2',
        variant: 'outbox-inbox',
        outcome: { orders: 1, records: 1, shipments: 1, waiting: 0 },
        broken: [],
      },
    ],
  },
  {
    catalogue: 'OUT-3',
    runs: [
      {
        says: 'a shipment for an order that does not exist',
        preset: 'OUT-3',
        outcome: { orders: 0, records: 1, shipments: 1 },
        broken: ['S-NOGHOST'],
      },
      {
        says: 'listen to yourself is consistent, and the customer cannot read the order at once',
        preset: 'answer-before-order',
        outcome: { orders: 1, shipments: 1, shown: 'nothing' },
        broken: [],
      },
      {
        says: 'a refused commit takes the event with it',
        preset: 'OUT-3',
        variant: 'outbox-inbox',
        outcome: { orders: 0, records: 0, shipments: 0 },
        broken: [],
      },
    ],
  },
  {
    catalogue: 'OUT-4',
    runs: [
      {
        says: 'order 2 is shipped twice',
        preset: 'OUT-4',
        outcome: { orders: 3, records: 4, events: 3, shipments: 4, ordersShipped: 3 },
        broken: ['S-ONCE'],
      },
      {
        says: 'four deliveries, three shipments',
        preset: 'OUT-4',
        variant: 'outbox-inbox',
        outcome: { records: 4, shipments: 3, ordersShipped: 3 },
        broken: [],
      },
    ],
  },
  {
    catalogue: 'OUT-7',
    runs: [
      {
        says: 'Cancelled stands before Created, and nothing is lost',
        preset: 'OUT-7',
        outcome: { records: 2, events: 2, firstEvent: 'OrderCancelled', shippedThoughCancelled: 1 },
        broken: ['S-KEYORDER'],
      },
      {
        says: 'one owner a key keeps the order',
        preset: 'OUT-7',
        variant: 'two-relays-by-key',
        outcome: { records: 2, firstEvent: 'OrderPlaced', shippedThoughCancelled: 0 },
        broken: [],
      },
    ],
  },
  {
    catalogue: 'OUT-8',
    runs: [
      {
        says: 'a polling relay finds no row and sends no event',
        preset: 'OUT-8',
        outcome: { orders: 3, records: 0, shipments: 0 },
        broken: ['Q-EVENT'],
      },
      {
        says: 'a log reader sends three events, the second of them twice',
        preset: 'OUT-8',
        variant: 'log-tailing',
        outcome: { orders: 3, records: 4, events: 3, shipments: 3 },
        broken: [],
      },
    ],
  },
  {
    catalogue: 'OUT-12',
    runs: [
      {
        says: 'message 2 is applied twice',
        preset: 'OUT-12',
        outcome: { shipments: 4, ordersShipped: 3 },
        broken: ['S-ONCE'],
      },
      {
        says: 'only one of the two consumers commits the effect',
        preset: 'OUT-12',
        variant: 'outbox-inbox',
        outcome: { shipments: 3, ordersShipped: 3 },
        broken: [],
      },
    ],
  },
]
