import type { Act } from '../definition'

export const acts: readonly Act[] = [
  {
    id: 'watch',
    title: 'A balance of 20',
    text: [
      'Anna and Ben share an account. Anna brings 100 and takes 30, Ben takes 50. AccountService keeps one **row** an account and overwrites it each time.',
      'Then Anna asks: who took 50, and when? The row says 20, which is right, and is all it can say. 100 and 70 were written over.',
      'An event store overwrites nothing. It **appends** one **event** after the other, 100 in, 30 out, 50 out, and works the balance out by going through them, which is called **folding**. The events of one account are its **stream**, and their number is its **version**. Under **Figures**, drag the version: 100, 70, 20.',
    ],
    scenes: [
      { label: 'Ask the row', preset: 'ES-1', fromMs: 0, until: 'end' },
      {
        label: 'Ask the events',
        preset: 'ES-1',
        variant: 'event-store',
        fromMs: 0,
        until: 'end',
      },
    ],
  },
  {
    id: 'predict',
    title: 'Two cash machines',
    text: [
      'There are 100 in the account. Anna and Ben stand at two machines and each takes 80, at the same moment. Whoever has less than 80 is refused: the program checks it.',
      'Every withdrawal is an event, and no event is ever lost. Say what they will add up to.',
    ],
    scenes: [{ label: 'Play until both have decided', preset: 'ES-2', fromMs: 0, until: 28 }],
    prediction: {
      question: 'What will the balance be in the end?',
      options: ['100', '20', '-60'],
      answer: 'balance',
      preset: 'ES-2',
      because:
        'Both requests were decided on version 1, and 100 were in it. The store took both events, wherever the stream was by then. It has recorded the overdraft without a gap; it has not prevented it.',
    },
  },
  {
    id: 'break',
    title: 'Decided on old news',
    text: [
      'With a row it is no better. At **read committed**, the level that Postgres ships with, a transaction that reads a row does not keep others from changing it: both read 100 and both write 20. The row says 20, and 160 have come out of the machines.',
      'Nor does an append that was not answered mean an append that did not happen. Each event has an **id**. Lose the answer, and a program that tries again with a **new id** books the deposit of 40 twice.',
    ],
    scenes: [
      { label: 'Two machines, events', preset: 'ES-2', fromMs: 0, until: 'end' },
      { label: 'Two machines, one row', preset: 'ES-2-row', fromMs: 0, until: 'end' },
      { label: 'Lose the answer', preset: 'ES-3', fromMs: 0, until: 'end' },
    ],
  },
  {
    id: 'why',
    title: 'The log does not decide',
    text: [
      'Between reading and writing there is time, and somebody else fits into it. Event sourcing keeps what was decided; it does not know **on what** it was decided.',
      'So the append has to say it: the **expected version**, the number of the last event the decision has seen. If the stream is longer by now, nothing is written and the answer is «conflict».',
      'That alone does not help a retry. A program that loads again meets its own event, takes it for somebody else’s, and decides once more.',
    ],
    scenes: [{ label: 'A version, but new ids', preset: 'ES-3-new-ids', fromMs: 0, until: 'end' }],
  },
  {
    id: 'fix',
    title: 'Say what you have seen',
    text: [
      'Append with the expected version. On a conflict **load and decide again**: Ben’s request is now decided on 20, and refused. On silence, send the very same append: same id, same version. The store finds it in its place and says yes.',
      'Folding a long stream takes long, so now and then the state is kept as a **snapshot**. Anna has brought six bags of coins of 10 each, and since today’s release counting a bag costs 1. Yesterday’s snapshot says 50 after five bags; who believes it shows Anna 59. A snapshot is a cache, so it says **which fold has made it**: another fold ignores it, folds all events and keeps a snapshot of its own.',
      'Events change their form over the years, and what is stored stays as it was written. One card has three purchases: the oldest without a price, the next with one, today’s with a `line`. An **upcaster** turns each form into the next one while it is read.',
    ],
    scenes: [
      {
        label: 'Two machines, expected version',
        preset: 'ES-2',
        variant: 'event-store',
        fromMs: 0,
        until: 'end',
      },
      {
        label: 'Lose the answer again',
        preset: 'ES-3',
        variant: 'event-store',
        fromMs: 0,
        until: 'end',
      },
      { label: 'The old snapshot, believed', preset: 'ES-7', fromMs: 0, until: 'end' },
      { label: 'Three forms, no upcaster', preset: 'ES-8', fromMs: 0, until: 'end' },
      {
        label: 'Three forms, one chain',
        preset: 'ES-8',
        variant: 'event-store',
        fromMs: 0,
        until: 'end',
      },
    ],
    prediction: {
      question:
        'Now the program looks at which fold has made the snapshot. Anna looks at her balance twice. How many events are folded for the first look, and how many for the second?',
      options: ['1, 1', '6, 0', '6, 6'],
      answer: 'folds',
      preset: 'ES-7',
      variant: 'event-store',
      because:
        'The first look ignores the old snapshot, folds all six, shows 54 and keeps a new snapshot. The second starts from that one and has nothing left to fold.',
    },
  },
  {
    id: 'limit',
    title: 'What still hurts',
    text: [
      'Folding again repairs a wrong **program**. It does not repair a wrong **fact**: if somebody typed 1000 for 100, every replay says 1000. Editing the event contradicts all who have read it. A **correcting event** of −900 reaches them, and the error stays visible.',
      'An expected version guards one stream. That no two accounts have the same e-mail address is a rule over all streams, and no version knows of it: both accounts are opened. The row store refuses the second with one unique index; beside a log, such a rule needs a table or a stream of its own, in which the address is taken first.',
      'Every form you ever wrote must be read for ever, rebuilding takes longer each year, and what must be forgotten by law must not be in an event that cannot be changed.',
    ],
    scenes: [
      { label: 'Edit the event', preset: 'ES-6', fromMs: 0, until: 'end' },
      {
        label: 'Correct it by an event',
        preset: 'ES-6',
        variant: 'event-store',
        fromMs: 0,
        until: 'end',
      },
      { label: 'One e-mail, two accounts', preset: 'two-streams', fromMs: 0, until: 'end' },
      {
        label: 'The same with a row store',
        preset: 'two-streams',
        variant: 'row-store',
        fromMs: 0,
        until: 'end',
      },
    ],
  },
]
