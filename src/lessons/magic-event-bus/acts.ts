import type { Act } from '../definition'

export const acts: readonly Act[] = [
  {
    id: 'watch',
    title: 'Five orders on the bus',
    text: [
      'A customer places five orders. OrderService saves each one and **publishes** an event, a message that says what has happened. The **broker**, a program that does nothing but pass messages on, keeps it in a queue and hands it to ShippingService, which packs a parcel.',
      'The code could hardly be shorter: save, publish, answer. It works in every demonstration. The broker here is a queue broker, as RabbitMQ is: a message is in the queue until somebody says that it is dealt with.',
    ],
    scenes: [{ label: 'Play the good day', variant: 'magic-bus', fromMs: 0, until: 'end' }],
  },
  {
    id: 'predict',
    title: 'Away for 15 ms',
    text: [
      'Now the broker restarts, just when order 3 is saved. It is away for 15 ms. The `publish` of order 3 comes to a closed door. Nobody asked for an answer, so nobody hears of it, and the customer gets a 201 as always.',
      'Orders 4 and 5 find the broker back at work.',
    ],
    scenes: [{ label: 'Play up to the restart', preset: 'OUT-1', fromMs: 0, until: 'fault' }],
    prediction: {
      question: 'How many of the five orders will ship?',
      options: ['3', '4', '5'],
      answer: 'ordersShipped',
      preset: 'OUT-1',
      because:
        'Order 3 is in orders_db and nowhere else. The event was never kept, so nothing can send it again. The bus did not fail for long; it only failed once.',
    },
  },
  {
    id: 'break',
    title: 'Three silent ways',
    text: [
      '**Not asked.** Here the event is kept first: it is a row in an **outbox**, a table beside the orders, and a **relay** sends what waits there. But it does not wait for the **confirm**, the broker’s word that it has the message on disk. Order 2 is still in memory when the broker dies, and its row says “sent”.',
      '**Done before it began.** A consumer tells the broker when it is done with a message: it **acks** it. With **auto-ack** it need not; the broker takes a message for done as soon as it has handed it over. Now ShippingService dies with order 3 in its hands, and is back after 50 ms.',
      'In all three runs every process does what it was told, and no log has a line about it.',
    ],
    scenes: [
      {
        label: 'The broker dies with it in memory',
        preset: 'OUT-1-fsync',
        fromMs: 0,
        until: 'end',
      },
      { label: 'The consumer dies with it', preset: 'OUT-1-autoack', fromMs: 0, until: 'end' },
    ],
    prediction: {
      question:
        'ShippingService dies with order 3 and comes back. How many of the five orders ship?',
      options: ['3', '4', '5'],
      answer: 'ordersShipped',
      preset: 'OUT-1-autoack',
      because:
        'For the broker order 3 was done, so it has nothing to hand out again, and the restarted consumer remembers nothing. Only a customer who waits for a parcel knows.',
    },
  },
  {
    id: 'why',
    title: 'Confirmed, and in no queue',
    text: [
      'So wait for the confirm. But what does it say? A queue broker routes by **bindings**: what is published under this name goes to that queue. Somebody has forgotten the binding, and two events come that **no queue** will take.',
      'The relay is careful now: it marks a row “sent” only when the broker has confirmed the event.',
    ],
    scenes: [{ label: 'Confirmed and gone', preset: 'OUT-9', fromMs: 0, until: 'end' }],
    prediction: {
      question: 'No queue is bound. How many of the two rows will be marked sent?',
      options: ['0', '1', '2'],
      answer: 'marked',
      preset: 'OUT-9',
      because:
        'The broker confirms both all the same: it has dealt with them, by dropping them. A confirm means “handled”, not “delivered”, and certainly not “shipped”.',
    },
  },
  {
    id: 'fix',
    title: 'Nothing is magic',
    text: [
      'Four plain things. An **outbox**: the event is a row of the order’s commit. A **confirm** before the row is marked, with the option `mandatory`, so that a message without a queue is **returned** and raises an alarm for a person. An **ack after the commit**. And an **inbox**, a table of the ids that have been dealt with, because all of this sends some messages twice.',
      'With them all five orders ship after each of the three failures. After two of them one event is delivered twice, and shipped once.',
      'The returned rows stay in the outbox until the operator has bound the queue. A person is part of this design, and it says so.',
    ],
    scenes: [
      {
        label: 'The restart, again',
        preset: 'OUT-1',
        variant: 'reliable',
        fromMs: 0,
        until: 'end',
      },
      {
        label: 'The broker dies, again',
        preset: 'OUT-1-fsync',
        variant: 'reliable',
        fromMs: 0,
        until: 'end',
      },
      {
        label: 'The consumer dies, again',
        preset: 'OUT-1-autoack',
        variant: 'reliable',
        fromMs: 0,
        until: 'end',
      },
      { label: 'Returned', preset: 'OUT-9', variant: 'reliable', fromMs: 0, until: 'end' },
    ],
  },
  {
    id: 'limit',
    title: 'The message nobody can swallow',
    text: [
      'Delivered for sure is not yet dealt with. Order A moves to “UK”, and Shipping knows only GB: the event fails each time it comes. This is a **poison message**. We play it on a log broker, as Kafka is, because it hurts most there: a log has no ack for one message, only a position in a partition, so what fails **blocks everything behind it**, order B too.',
      'The usual cure: after three tries the message goes to the **dead letters**, a list for a person to look at, and order B is free. But order A was to go from FR to “UK”, and was paid after that; now only the payment comes through.',
      'So **park the key**, not the message: this event and all later ones of the same order wait aside, in order, and order B goes on.',
      'What still hurts: order A waits for a person. No broker and no pattern knows that UK should have been GB.',
    ],
    scenes: [
      { label: 'Retry for ever', preset: 'OUT-11', fromMs: 0, until: 600 },
      { label: 'To the dead letters', preset: 'OUT-11-dead-letter', fromMs: 0, until: 'end' },
      {
        label: 'Park the key, and wait',
        preset: 'OUT-11',
        variant: 'park-key',
        fromMs: 0,
        until: 480,
      },
      {
        label: 'Somebody repairs it',
        preset: 'OUT-11',
        variant: 'park-key',
        fromMs: 480,
        until: 'end',
      },
    ],
    prediction: {
      question:
        'The move is put aside after three tries, the payment is not. Where is the paid parcel sent?',
      options: ['nowhere', 'sent to FR', 'sent to GB'],
      answer: 'parcel',
      preset: 'OUT-11-dead-letter',
      because:
        'The payment is applied on a hole: Shipping never learned of the move, so the parcel leaves for the old country. No message is lost, and no program has failed; the order of things has.',
    },
  },
]
