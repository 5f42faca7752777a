import type { Act } from '../definition'

export const acts: readonly Act[] = [
  {
    id: 'watch',
    title: 'A week with a bug',
    text: [
      'On Monday five shops sell for 100 each. On Tuesday, here at 100 ms, a new release goes live, and it has a bug: a refund is **added** instead of taken away. The code has the line, at release 2.',
      'Until Friday each shop refunds 30. LedgerService keeps one row an account and changes it with every booking, so each row goes from 100 to 130. Nothing fails, and no log has an error.',
    ],
    scenes: [{ label: 'Play until Thursday', preset: 'ES-4', fromMs: 0, until: 290 }],
  },
  {
    id: 'predict',
    title: 'Friday',
    text: [
      'On Friday, at 300 ms, the release with the repair goes live. From now on a refund is taken away. Five accounts say 130 and should say 70.',
      'Look at what the database holds, and say what the account of shop 1 will be.',
    ],
    scenes: [{ label: 'Play up to the repair', preset: 'ES-4', fromMs: 0, until: 300 }],
    prediction: {
      question: 'What does the balance of shop 1 say after the repair?',
      options: ['70', '100', '130'],
      answer: 'balance',
      preset: 'ES-4',
      because:
        'The program is right again, and there is nothing it could read. That 130 came from 100 and a refund of 30 was known for a moment, on Tuesday, and then written over.',
    },
  },
  {
    id: 'break',
    title: 'Right program, wrong rows',
    text: [
      'The repair changes what will be booked from now on. What was booked between Tuesday and Friday is in no table: 130 may be 100 and a sale of 30, or 160 and a refund of 30, or this.',
      'Somebody now collects receipts from five shops. With five million accounts, nobody does.',
    ],
    scenes: [{ label: 'Play the whole week', preset: 'ES-4', fromMs: 0, until: 'end' }],
  },
  {
    id: 'why',
    title: 'Facts and what they mean',
    text: [
      '«30 were refunded» is a **fact**. «So the balance is 130» is what a program made of it. The row store kept the second and threw away the first.',
      'An event log keeps the facts and nothing else. The balances are a **view**: worked out from the events by a function that is called the fold. The bug was in the fold, so only the view is wrong, and a view can be made again.',
    ],
    scenes: [
      {
        label: 'The same week with a log, until Thursday',
        preset: 'ES-4',
        variant: 'resume',
        fromMs: 0,
        until: 290,
      },
    ],
  },
  {
    id: 'fix',
    title: 'Generation 2',
    text: [
      'Friday’s release begins a **second generation** of the view beside the live one, folds every event into it from the first one on, and changes over when it has caught up. No event is touched; all five accounts say 70.',
      'With the 10,000 bookings of the years before this takes a while, so it goes in batches of 500. The position reached, the **checkpoint**, is in the commit of the batch. If the program dies half-way, it goes on behind the last batch. A checkpoint in a commit of its own counts a batch twice: the shops still say 70, and `old-1` is wrong for good. Who believes no checkpoint starts over, which is right and slow.',
      'And a fold only computes: nothing in it may be felt outside. The mails about refunds are sent by a **mailer with a position of its own**, which a rebuild does not move.',
    ],
    scenes: [
      { label: 'Fold again', preset: 'ES-4', variant: 'resume', fromMs: 290, until: 'end' },
      {
        label: 'Die half-way and go on',
        preset: 'half-way',
        variant: 'resume',
        fromMs: 290,
        until: 'end',
      },
      { label: 'Die half-way, checkpoint apart', preset: 'half-way', fromMs: 290, until: 'end' },
      {
        label: 'Die half-way and start over',
        preset: 'half-way',
        variant: 'start-over',
        fromMs: 290,
        until: 'end',
      },
      { label: 'A view that sends mails', preset: 'mails-again', fromMs: 0, until: 'end' },
    ],
    prediction: {
      question:
        'In another program the view itself sends a mail about each of the five refunds. How many mails will be out after the rebuild?',
      options: ['0', '5', '10'],
      answer: 'mails',
      preset: 'mails-again',
      because:
        'For the view, a booking of Tuesday that it folds on Friday looks like a booking of Friday. Five customers hear of their refund twice, and had they refunds from the years before, of those too.',
    },
  },
  {
    id: 'limit',
    title: 'What replay cannot do',
    text: [
      'Replay repairs the **program’s mistake**. If somebody typed 300 for 30, the fact itself is wrong: every generation says −200, and rightly so. Only one more event, a correction with its reason, repairs that.',
      'What has left the house does not come back: a mail that was sent, money that was paid out by a wrong balance. Until Friday everybody has read 130, and may have acted on it. And the rebuild takes as long as the history, every year a little longer.',
    ],
    scenes: [{ label: 'Replay a wrong fact', preset: 'wrong-fact', fromMs: 0, until: 'end' }],
  },
]
