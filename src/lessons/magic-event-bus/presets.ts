import type { Preset } from '../definition'

/** Playable scenarios; the catalogue ids say which. The faults are the same for the naive and the correct variant. */
export const presets: readonly Preset[] = [
  {
    id: 'OUT-1',
    title: 'The bus is down for a moment',
    catalogue: ['OUT-1'],
    variant: 'magic-bus',
    against: 'reliable',
    faults: [
      {
        at: { point: 'order/after_commit(save order)', nth: 3 },
        do: 'broker-crash',
        restartAfterMs: 15,
      },
    ],
    text: 'The broker is away for 15 ms while order 3 is published. Nobody asks whether the event has arrived, and the customer gets a 201.',
    soundbite: 'Publish is a wish until it is confirmed, and work is done only after commit.',
  },
  {
    id: 'OUT-1-fsync',
    title: 'In memory, then dead',
    catalogue: ['OUT-1'],
    variant: 'no-confirm',
    against: 'reliable',
    faults: [
      {
        at: { point: 'broker/before_fsync(OrderPlaced)', nth: 2 },
        do: 'broker-crash',
        restartAfterMs: 15,
      },
    ],
    text: 'Order 2 is in the queue, in memory, when the broker dies. The relay did not wait for a confirm and has marked the row sent.',
    soundbite: 'Sent is not stored.',
  },
  {
    id: 'OUT-1-autoack',
    title: 'Done before it began',
    catalogue: ['OUT-1'],
    variant: 'magic-bus',
    against: 'reliable',
    faults: [
      {
        at: { point: 'shipping/before_commit(ship order)', nth: 3 },
        do: 'crash',
        restartAfterMs: 50,
      },
    ],
    text: 'With auto-ack the broker forgets order 3 as soon as it has handed it over. ShippingService dies in the middle of it.',
    soundbite: 'Handed over is not done.',
  },
  {
    id: 'OUT-9',
    title: 'Confirmed and gone',
    catalogue: ['OUT-9'],
    variant: 'confirmed',
    against: 'reliable',
    params: { orders: 2 },
    faults: [
      { at: { message: 'OrderPlaced relay>broker', nth: 1 }, do: 'unroutable' },
      { at: { message: 'OrderPlaced relay>broker', nth: 2 }, do: 'unroutable' },
    ],
    text: 'No queue is bound when the two events come. The broker drops them and confirms them: it has dealt with them.',
    soundbite: 'Confirmed means handled, not delivered.',
  },
  {
    id: 'OUT-11',
    title: 'The poison message',
    catalogue: ['OUT-11'],
    variant: 'retry-forever',
    against: 'park-key',
    params: { orders: 2, pollMs: 100 },
    faults: [],
    text: 'Order A moves to “UK”, and Shipping knows only GB. The event fails, comes again and fails; order B waits behind it for ever.',
    soundbite: 'Park the key, not the message.',
  },
  {
    id: 'OUT-11-dead-letter',
    title: 'The poison message, thrown out',
    catalogue: ['OUT-11'],
    variant: 'dead-letter',
    against: 'park-key',
    params: { orders: 2, pollMs: 100 },
    faults: [],
    text: 'After three tries the move of order A goes to the dead letters. Its payment does not wait for it: the parcel leaves for the old country.',
    soundbite: 'A dead-letter topic is a to-do list, not a bin.',
  },
]
