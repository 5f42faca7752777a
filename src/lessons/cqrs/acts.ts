import type { Act } from '../definition'

export const acts: readonly Act[] = [
  {
    id: 'watch',
    title: 'One table for two jobs',
    text: [
      'Ann orders, looks for her orders, and support looks too. Here one table does both jobs: OrderService checks the credit and inserts a row, and each search compares **every row**, for the table was not built for that question. Meanwhile the database’s connection is taken, and writers wait. (There is only one here, to keep the picture small; a real pool fills up in the same way.)',
      'CQRS means: one model for commands, another for queries. OrderService keeps the rules; a **projector** hears of each order and keeps a **view**, a table in the shape of the search. Play both and compare how long a search takes.',
    ],
    scenes: [
      { label: 'One model', preset: 'CQRS-1', fromMs: 0, until: 'end' },
      { label: 'Two models', preset: 'CQRS-1', variant: 'async', fromMs: 0, until: 'end' },
    ],
  },
  {
    id: 'predict',
    title: 'The clock in between',
    text: [
      'The order is committed at once. The view hears of it later: the relay looks into the outbox every 50 ms, a hop takes 5, the broker appends in 1, the next hop takes 5, the projector’s handler 4 and its commit 2.',
      'A view is never wrong here. It is **old**, and its age has a largest value.',
    ],
    prediction: {
      question: 'How many ms old is the view at worst, in these 20 orders?',
      options: ['17', '50', '67', '100'],
      answer: 'worstStalenessMs',
      preset: 'CQRS-1',
      variant: 'async',
      because:
        '50 + 5 + 1 + 5 + 4 + 2 = 67: an order that is committed just after the relay has looked waits the whole 50 ms. A relay that is busy with an earlier event adds that time; send orders every 10 ms and see.',
    },
  },
  {
    id: 'break',
    title: 'Where is my order?',
    text: [
      'Ann orders and opens her list 10 ms after the answer. The list comes from the view, the view has not heard of the order, and the page says nothing of that. So she presses again, and now there are **two orders**.',
      'Nobody has failed. For support, 67 ms do not matter. For the person who has just clicked they are the whole experience.',
    ],
    scenes: [{ label: 'Ann looks for her order', preset: 'CQRS-2', fromMs: 0, until: 'end' }],
    prediction: {
      question:
        'Now the search waits up to 70 ms for Ann’s own order, but the projector is ten times slower. What does her page say?',
      options: ['the order', 'no order', 'not up to date'],
      answer: 'firstLook',
      preset: 'CQRS-2-slow',
      variant: 'async',
      because:
        'The search waits for the position of her order, 70 ms at most. Then it answers with what it has and says that it is not complete. A page that knows that can say “your order is placed, the list is catching up”, and nobody presses twice.',
    },
  },
  {
    id: 'why',
    title: 'Two writes, no transaction',
    text: [
      'Why not write both at once? Because the index is another system. A price goes from 10 to 20 to 30; each change is saved and then written into the search index. If one of these writes is **lost**, the index is wrong for ever. If one is **late**, the older price wins.',
      'The same between exists inside the projector: a view in one commit and its checkpoint in the next is a double write too. The **checkpoint** is the number of the last event that the view contains. Dead in between, the projector counts an event twice.',
    ],
    scenes: [
      { label: 'Lose a write', preset: 'CQRS-3', fromMs: 0, until: 'end' },
      { label: 'Overtake a write', preset: 'CQRS-3-race', fromMs: 0, until: 'end' },
      { label: 'Count an order twice', preset: 'counted-twice', fromMs: 0, until: 'end' },
    ],
    prediction: {
      question:
        'The write of 20 has overwritten 30. How many errors are there in all logs together?',
      options: ['0', '1', '2'],
      answer: 'errors',
      preset: 'CQRS-3-race',
      because:
        'Both writes were accepted with 200, and both customers heard that all is well. Two systems disagree, and neither of them can know.',
    },
  },
  {
    id: 'fix',
    title: 'Feed, checkpoint, version',
    text: [
      'The write model owes its event in its own commit (an outbox), so no change is lost. The projector applies it and moves the checkpoint **in one commit**; what is at or before the checkpoint is skipped. An index that has no such transaction takes a version that the write model counts, an **external version**, and refuses an older one with 409.',
      'For one’s own writes choose a technique in the parameters. **New state in the answer** helps the screen that asked. A **position token** lets a search wait for the order. A **session on the write model** goes around the view for a while. An **optimistic page** shows what was sent and must be able to take it back.',
      'A view is a copy, so it can be thrown away and made again from the events: to mend it, or to give it another shape. But somebody is reading it meanwhile.',
    ],
    scenes: [
      { label: 'Ann, with a token', preset: 'CQRS-2', variant: 'async', fromMs: 0, until: 'end' },
      {
        label: 'A late copy, refused',
        preset: 'CQRS-3-late',
        variant: 'versioned',
        fromMs: 0,
        until: 'end',
      },
      { label: 'Rebuild in place', preset: 'CQRS-8', fromMs: 0, until: 'end' },
      {
        label: 'Rebuild beside',
        preset: 'CQRS-8',
        variant: 'blue-green',
        fromMs: 0,
        until: 'end',
      },
    ],
    prediction: {
      question:
        'A view that shows 100 sales is emptied and filled again. What is the smallest figure that a reader is shown?',
      options: ['0', '50', '100'],
      answer: 'leastShown',
      preset: 'CQRS-8',
      because:
        'The view is empty for everybody until all events are read again. With two replicas, of which one is slow, the same reader sees all of them, then none, then all. So fill a second generation **beside** the live one, and switch in one commit when it has caught up.',
    },
  },
  {
    id: 'limit',
    title: 'What still hurts',
    text: [
      'A view is old by nature. Suppose OrderService asks it what Ann has spent: she may owe 10, and orders for 10 twice, 20 ms apart.',
      'Each technique has its own failure. The answer helps one screen; the token waits and may give up; the session’s time is a guess; the optimist takes back; a sticky replica dies, and its reader goes back in time.',
      'And there are two stores, a relay, a broker and a projector now, each of which can stand still. Where reads and writes ask for the same shape, one model is the better pattern.',
    ],
    scenes: [
      { label: 'Ask the view for the credit', preset: 'credit-by-view', fromMs: 0, until: 'end' },
      {
        label: 'A session that is too short',
        preset: 'session-too-short',
        fromMs: 0,
        until: 'end',
      },
      { label: 'Shown, and taken back', preset: 'optimist-refused', fromMs: 0, until: 'end' },
      { label: 'A sticky replica dies', preset: 'sticky-failover', fromMs: 0, until: 'end' },
    ],
    prediction: {
      question: 'How many of these two orders will be accepted?',
      options: ['0', '1', '2'],
      answer: 'orders',
      preset: 'credit-by-view',
      because:
        'Both. A rule that asks a view lets through what the view has not heard of. **Validate against the write model, always.**',
    },
  },
]
