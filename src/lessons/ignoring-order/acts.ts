import type { Act } from '../definition'

export const acts: readonly Act[] = [
  {
    id: 'watch',
    title: 'A user signs up and takes another name',
    text: [
      'A user signs up as A, with the mail address a, and is called B a moment later. UserService saves both and owes the others two events: `UserCreated`, version 1, and `UserUpdated`, version 2. A **relay** sends them to a broker, which passes messages on. ProfileView reads them from a queue there and keeps a table for the pages that show profiles.',
      'The second event says only what has changed, the name. That is called a **delta**. On a good day the events come as they were sent, and the view ends with B and a.',
    ],
    scenes: [{ label: 'Play the good day', variant: 'upsert', fromMs: 0, until: 'end' }],
  },
  {
    id: 'predict',
    title: 'They change places',
    text: [
      'Now the two events change places before the view has dealt with them. Nobody promised that they would not: it works on up to ten messages at a time, and any of them may be done first. With two consumers or two relays it happens as well.',
      'The view **upserts**: it writes what comes, as it comes.',
    ],
    scenes: [{ label: 'Play up to the overtaking', preset: 'CQRS-7', fromMs: 0, until: 'fault' }],
    prediction: {
      question: 'What will the view say of this user?',
      options: ['B, a', 'A, a', 'B, no mail'],
      answer: 'profile',
      preset: 'CQRS-7',
      because:
        'Version 2 writes B, and then version 1 writes A and a. The last to arrive wins, and it is the older one. No event will ever correct it.',
    },
  },
  {
    id: 'break',
    title: 'Two more ways to get it wrong',
    text: [
      'Being strict does not help. An update of a user who does not exist looks like an error, so it is ignored; then the user is created, as A. The name B is lost.',
      'The usual answer is a **version guard**: write only what is newer than the view. Version 2 comes first and is taken, version 1 is refused as old.',
    ],
    scenes: [{ label: 'Strict', preset: 'CQRS-7-strict', fromMs: 0, until: 'end' }],
    prediction: {
      question: 'And with the version guard?',
      options: ['B, a', 'A, a', 'B, no mail'],
      answer: 'profile',
      preset: 'CQRS-7-guard',
      because:
        'The name is right now. The mail address was in version 1, and version 1 was refused. A guard throws away what the newer event does not carry.',
    },
  },
  {
    id: 'why',
    title: 'Which order was promised?',
    text: [
      'A log broker, as Kafka is, cuts a topic into **partitions**, lanes that are read one by one. It keeps order **inside one partition** and nowhere else, and the **key** of a message decides its partition. Two processes share the two partitions here, and View 1 is slow. So the key decides what can overtake what.',
      'With the event id as key the load is spread evenly, and the events of one user lie anywhere. With the event type each kind has its lane, and updates overtake creations. Only the **user id** keeps together what belongs together. Turn the key yourself, and the number of partitions: with one partition every key is right, and nobody shares the work.',
      'It can be lost before the broker, too: two relays share the table of events to send, the second overtakes the first, and every broker keeps the wrong order faithfully.',
    ],
    scenes: [
      { label: 'Key: event id', preset: 'by-event-id', fromMs: 0, until: 'end' },
      { label: 'Key: event type', preset: 'by-type', fromMs: 0, until: 'end' },
      { label: 'Two relays', preset: 'OUT-7', fromMs: 0, until: 'end' },
    ],
    prediction: {
      question: 'Three users, event id as key, no failure: how many are right in the view?',
      options: ['0', '1', '2', '3'],
      answer: 'right',
      preset: 'by-event-id',
      because:
        'User 2 is right by luck: the last event happened to be the last to be applied. All nine events arrive, each of them once, and two users keep an old name.',
    },
  },
  {
    id: 'fix',
    title: 'Wait for your turn',
    text: [
      'The events carry a **version**, 1, 2, 3 for each user. Apply the one whose turn it is; keep what comes too early in a **buffer**; skip what has been applied. The buffer is a table in the same database, so a crash does not lose what has been acked.',
      'Two processes may hold events of one user, so the row with the last version is **locked**: one waits for the other’s commit. Without a buffer the event can be handed back to the queue after a pause, and comes again.',
      'Or make every event carry **everything**. Then the version guard is enough, because nothing is lost with an older event.',
    ],
    scenes: [
      { label: 'Buffer by version', preset: 'CQRS-7', variant: 'buffer', fromMs: 0, until: 'end' },
      { label: 'Hand it back', preset: 'CQRS-7', variant: 'nack', fromMs: 0, until: 'end' },
      {
        label: 'Guard, full events',
        preset: 'full-state',
        variant: 'guard',
        fromMs: 0,
        until: 'end',
      },
    ],
  },
  {
    id: 'limit',
    title: 'What still hurts',
    text: [
      'Order is paid for with **waiting**. Let `UserCreated` be 300 ms late: three updates are there, the newest name is known, and the view shows nothing at all. If version 1 never came, it would wait for ever; so the sender needs an outbox, and somebody must look at what waits.',
      'The right key alone is not enough either. View 1 freezes with version 1 in its hands, is taken for dead, and View 2 applies versions 1 and 2. Then View 1 wakes up and writes A. The log kept its order; the two processes did not.',
      'One thing this lesson does not play: a deleted user needs a **tombstone**, a row that says “gone, at version 3”, for longer than the longest delay. Otherwise a late update brings the user back.',
    ],
    scenes: [
      {
        label: 'Waiting for the first',
        preset: 'long-wait',
        variant: 'buffer',
        fromMs: 0,
        until: 300,
      },
      { label: 'The late consumer', preset: 'late-consumer', fromMs: 0, until: 'end' },
      {
        label: 'The same, by version',
        preset: 'late-consumer',
        variant: 'lanes-buffer',
        fromMs: 0,
        until: 'end',
      },
    ],
  },
]
