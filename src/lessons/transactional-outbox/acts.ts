import type { Act } from '../definition'

export const acts: readonly Act[] = [
  {
    id: 'watch',
    title: 'Two systems, one order',
    text: [
      'A customer places orders. OrderService commits each one to its own database and **publishes** an event, a message that says what has happened. The **broker**, a program that does nothing but pass messages on, appends it to a list, the topic; ShippingService reads the topic and packs a parcel.',
      'Two systems have to agree, the **database** and the **broker**, and no transaction spans both. Follow order 1: the row, the event, the shipment.',
    ],
    scenes: [
      { label: 'Play the good day', variant: 'commit-then-publish', fromMs: 0, until: 'end' },
    ],
  },
  {
    id: 'predict',
    title: 'A crash in between',
    text: [
      'One order this time. OrderService dies right after its commit, between the two lines, and is back 100 ms later: with nothing in memory and everything on disk.',
      'Play up to the crash, look at what each of them knows, and then say what will become of the event.',
    ],
    scenes: [{ label: 'Play up to the crash', preset: 'OUT-2', fromMs: 0, until: 'fault' }],
    prediction: {
      question: 'How many events will the topic hold in the end?',
      options: ['0', '1', '2'],
      answer: 'records',
      preset: 'OUT-2',
      because:
        'The order is committed, and the only memory of the event it owed was in the process that died. Nothing on disk says that anything is missing, so nobody will ever send it.',
    },
  },
  {
    id: 'break',
    title: 'Dead between two steps',
    text: [
      'Click the ring between `save order` and `publish` in the code and crash OrderService there. Or let this button do it, and play on to the end.',
      'The database is right and the topic is right, each for itself. Together they are wrong, and no log has an error.',
    ],
    scenes: [{ label: 'Crash between the two', preset: 'OUT-2', fromMs: 0, until: 'end' }],
  },
  {
    id: 'why',
    title: 'There is always a between',
    text: [
      'A commit is one atomic step and a publish is another. Between two steps there is always a between, and a crash fits into it.',
      'Turning them around does not help: then the **event** is out when the commit is refused, and Shipping sends a parcel for an order that does not exist. An event without an order is called a ghost, an order without its event a zombie.',
      'A retry by the customer does not help either. The order is there already; only the event is not.',
    ],
    scenes: [{ label: 'Turn the two around', preset: 'OUT-3', fromMs: 0, until: 'end' }],
  },
  {
    id: 'fix',
    title: 'One commit for both',
    text: [
      'Write the event as a **row in the same commit** as the order, in a table called the **outbox**. A relay, a small program of its own, reads the rows that wait, publishes each, waits for the broker’s **confirm**, its word that it has the event, and only then marks the row sent. The crash that lost the event does no harm now.',
      'It has moved to where it is cheap: if the relay dies between the confirm and the mark, it sends the event **again** after its restart. At least once, and perhaps twice.',
      'So the receiver keeps an **inbox**: the event’s id goes into the same commit as the shipment. What it has seen, it skips.',
    ],
    scenes: [
      {
        label: 'The same crash, with an outbox',
        preset: 'OUT-2',
        variant: 'outbox',
        fromMs: 0,
        until: 'end',
      },
      { label: 'Now the relay dies', preset: 'OUT-4', fromMs: 0, until: 'end' },
      {
        label: 'The same, with an inbox',
        preset: 'OUT-4',
        variant: 'outbox-inbox',
        fromMs: 0,
        until: 'end',
      },
    ],
  },
  {
    id: 'limit',
    title: 'What still hurts',
    text: [
      'The outbox guarantees that the event reaches the **broker**, at least once, some time later. It does not guarantee that the business effect happens, and it is not “exactly-once delivery”.',
      'A row gets its position when it is **inserted**, and others see it when it is **committed**. A relay that remembers “the last position I sent” has passed a row that commits late, and never comes back for it. Two relays on one order swap its events, and a row that can never be sent blocks those behind it.',
      'And the table grows until somebody cleans it up. A service can delete each row in the commit that inserts it, if its relay reads the **log** of the database instead of the table: there every insert stays.',
    ],
    scenes: [
      {
        label: 'Lose a row without any failure',
        preset: 'position-gap',
        fromMs: 0,
        until: 'end',
      },
      { label: 'Swap two events', preset: 'OUT-7', fromMs: 0, until: 'end' },
      { label: 'Delete, and read the table', preset: 'OUT-8', fromMs: 0, until: 'end' },
      {
        label: 'Delete, and read the log',
        preset: 'OUT-8',
        variant: 'log-tailing',
        fromMs: 0,
        until: 'end',
      },
    ],
  },
]
