import type { Act } from '../definition'

export const acts: readonly Act[] = [
  {
    id: 'watch',
    title: 'A form with five fields',
    text: [
      'Ann edits her profile and looks at it: 50 edits, 200 reads, one user. The form has a name, a mail address, a phone number, a city and a line about herself, and a page that shows exactly these.',
      'The team has read about CQRS, **command query responsibility segregation**: one model for writes, another for reads. So there is a write table, an outbox, a relay that empties it, a broker, a projector, a second database, and a service that asks it.',
    ],
    scenes: [{ label: 'Play ten edits', preset: 'CQRS-4', fromMs: 0, until: 1220 }],
  },
  {
    id: 'predict',
    title: 'What does it bring?',
    text: [
      'With one table, a read by id takes 14 ms: 5 there, 4 in the handler, 5 back. The view has the **same columns under the same key**.',
    ],
    prediction: {
      question: 'How many ms does a read by id take from a view of its own?',
      options: ['7', '10', '14', '21'],
      answer: 'meanReadMs',
      preset: 'CQRS-4',
      because:
        'The same 14. A row under its key is found as quickly in one table as in the other; nothing about the read has changed but its address.',
    },
  },
  {
    id: 'break',
    title: 'Saved, and not there',
    text: [
      'Ann saves and looks. The edit is in `profiles`, the page asks `profile_view`, and what lies between them takes its time. She sees what she has just replaced.',
      'Then the projector dies for half a second. Nobody loses anything; for half a second Ann edits a profile that does not seem to change.',
    ],
    scenes: [
      { label: 'The first stale read', preset: 'CQRS-4', fromMs: 0, until: 'broken' },
      { label: 'Crash the projector', preset: 'CQRS-4-crash', fromMs: 950, until: 1700 },
    ],
    prediction: {
      question: 'Nothing fails at all. How many of the 200 reads show an old profile?',
      options: ['0', '10', '76'],
      answer: 'staleReads',
      preset: 'CQRS-4',
      because:
        'All 50 reads right after an edit come too early, and so do 26 of those that come 24 ms later. The view hears of an edit only when the relay has looked, and it looks every 50 ms.',
    },
  },
  {
    id: 'why',
    title: 'The same shape twice',
    text: [
      'A second model pays when reads ask for **another shape** than writes: a search over words, a list over many customers, a sum. Here it is a copy, and everything around it exists to keep the copy equal.',
      'Look at the price: lines of code, stores, hops of an edit until it can be seen. Every hop is a place where something can stand still, and every one has to be run, watched and understood.',
    ],
  },
  {
    id: 'fix',
    title: 'One table',
    text: [
      'One table, one service. An edit is seen by the next read, because it is the next read that looks where the edit was written. The crash of a projector does no harm: there is none.',
      'Nothing is lost for later. When a second shape is needed, an event in an outbox is a small change to **this** service.',
    ],
    scenes: [
      { label: 'The same form', preset: 'CQRS-4', variant: 'one-model', fromMs: 0, until: 'end' },
    ],
  },
  {
    id: 'limit',
    title: 'When it starts to pay',
    text: [
      'Colleagues begin to search, and a search compares every row. One database does both jobs, so an edit waits behind their scans, and so does the read after it. Turn up the number of colleagues: with four of them one model is still quicker from save to seen, with five it is not.',
      'Even then try the small things first: an index, a replica for searches, a cache. Split when a measurement asks for it, and only this part.',
    ],
    scenes: [
      {
        label: 'Six search, one model',
        preset: 'busy',
        variant: 'one-model',
        fromMs: 0,
        until: 'end',
      },
      { label: 'Six search, two models', preset: 'busy', fromMs: 0, until: 'end' },
    ],
  },
]
