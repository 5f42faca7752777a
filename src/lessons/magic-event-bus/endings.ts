import type { Ending } from '../ending'

export const endings: readonly Ending[] = [
  {
    catalogue: 'OUT-1',
    runs: [
      {
        says: 'the broker is down at the publish: order 3 never ships',
        preset: 'OUT-1',
        outcome: { orders: 5, shipments: 4, ordersShipped: 4, alarms: 0 },
        broken: ['Q-EVENT'],
      },
      {
        says: 'the broker dies before it is on disk: order 2 never ships, and its row says sent',
        preset: 'OUT-1-fsync',
        outcome: { orders: 5, marked: 5, shipments: 4, ordersShipped: 4, alarms: 0 },
        broken: ['Q-EVENT'],
      },
      {
        says: 'the consumer dies with an acked message: order 3 never ships',
        preset: 'OUT-1-autoack',
        outcome: { orders: 5, shipments: 4, ordersShipped: 4, alarms: 0 },
        broken: ['Q-EVENT'],
      },
      ...(['OUT-1', 'OUT-1-fsync', 'OUT-1-autoack'] as const).map((preset) => ({
        says: `all five orders ship once (${preset})`,
        preset,
        variant: 'reliable',
        outcome: { orders: 5, marked: 5, shipments: 5, ordersShipped: 5 },
        broken: [],
      })),
    ],
  },
  {
    catalogue: 'OUT-9',
    runs: [
      {
        says: 'two confirms, two rows marked sent, no message in any queue',
        preset: 'OUT-9',
        outcome: { orders: 2, marked: 2, alarms: 0, shipments: 0 },
        broken: ['Q-EVENT'],
      },
      {
        says: 'both come back, the rows stay, a person is called, and then they ship',
        preset: 'OUT-9',
        variant: 'reliable',
        outcome: { orders: 2, marked: 2, returned: 0, alarms: 2, shipments: 2 },
        broken: [],
      },
    ],
  },
  {
    catalogue: 'OUT-11',
    runs: [
      {
        says: 'endless redelivery: B1 and A3 are never processed',
        preset: 'OUT-11',
        outcome: { orders: 2, shipments: 1, version: 1, parcel: 'packed', deadLetters: 0 },
        broken: ['Q-EVENT'],
      },
      {
        says: 'A2 is a dead letter and A3 is applied on a hole',
        preset: 'OUT-11-dead-letter',
        outcome: { shipments: 2, version: 3, parcel: 'sent to FR', deadLetters: 1 },
        broken: ['S-KEYORDER', 'Q-CLEAN'],
      },
      {
        says: 'the key is parked, B1 proceeds, and after the repair come A2 and A3',
        preset: 'OUT-11',
        variant: 'park-key',
        outcome: { shipments: 2, version: 3, parcel: 'sent to GB', parked: 0, deadLetters: 0 },
        broken: [],
      },
    ],
  },
]
