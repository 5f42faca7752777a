import type { Act } from '../definition'

export const acts: readonly Act[] = [
  {
    id: 'watch',
    title: 'One order, seven bricks',
    text: [
      'A customer buys a book. OrderService takes the order; Stock keeps a book; Payment charges the card; Stock hands the book out. Then a view counts the sale and MailService writes to the customer.',
      'Five databases, two brokers that pass messages on, and no transaction that spans any two of them. So the order is a **saga**: a row that says which step comes next. OrderService sends a command, waits for the answer and goes on; if a later step says no, it takes the earlier ones back.',
      'Follow order 1: every message is first a row in an **outbox**, committed together with the work that owes it, and a relay sends it from there.',
    ],
    scenes: [{ label: 'Play the good day', variant: 'complete', fromMs: 0, until: 'end' }],
  },
  {
    id: 'predict',
    title: 'Told twice',
    text: [
      'Payment has charged the card and committed. Before it can tell the queue that the command is done, it dies. The queue waits a little, and delivers the command again.',
      'In this run Payment keeps no **inbox**, the table of the messages it has dealt with.',
    ],
    scenes: [{ label: 'Play up to the crash', preset: 'COMBO-1', fromMs: 0, until: 'fault' }],
    prediction: {
      question: 'How many times is the card charged in the end?',
      options: ['0', '1', '2'],
      answer: 'charges',
      preset: 'COMBO-1',
      because:
        'A queue delivers again what was not acknowledged: it cannot know whether the work was done. Only the receiver can, if it wrote down the id in the same commit as the charge.',
    },
  },
  {
    id: 'break',
    title: 'Take one brick out',
    text: [
      'Each of these runs has all bricks but one, and a failure where that brick stood. Look which check turns red, and which rows it names.',
      'No two bricks do the same job: the **key** is for the customer who asks again, the **outbox** for the crash after the commit, the **inbox** for the second delivery, the **barrier** for the command that comes too late, the **lock** for the other customer, the **checkpoint** for the view that counts twice.',
    ],
    scenes: [
      { label: 'Without the key', preset: 'COMBO-2', fromMs: 0, until: 'end' },
      { label: 'Without the outbox', preset: 'COMBO-2-outbox', fromMs: 0, until: 'end' },
      { label: 'Without the inbox', preset: 'COMBO-2-inbox', fromMs: 0, until: 'end' },
      { label: 'Without the barrier', preset: 'COMBO-2-barrier', fromMs: 0, until: 'end' },
      { label: 'Without the lock', preset: 'COMBO-2-lock', fromMs: 0, until: 'end' },
      { label: 'Without the checkpoint', preset: 'COMBO-2-checkpoint', fromMs: 0, until: 'end' },
    ],
    prediction: {
      question:
        'The command to reserve is late. The saga stops waiting and releases; then the command arrives after all. Without a barrier, how many books are kept for this rejected order?',
      options: ['0', '1', '2'],
      answer: 'booksHeld',
      preset: 'COMBO-2-barrier',
      because:
        'The release found nothing to release. The reservation came later and was made: for an order that is long rejected, and that nobody will release again. A barrier lets the release take the place of the action, so that the late action finds it taken.',
    },
  },
  {
    id: 'why',
    title: 'Every step has a before and an after',
    text: [
      'A local transaction is one atomic step. Sending, accepting, delivering, working and acknowledging are five others, and a crash fits between any two of them.',
      'Nothing here prevents a crash. Each brick makes sure that **what comes after the crash finds on disk what it must know**: that the order was taken, that the event is still owed, that the command was done, that the command must not be done any more.',
      'Stop in the moment between the two steps, and read the tables: what is on disk, and what did only the dead process know?',
    ],
    scenes: [
      { label: 'Ended, and not told', preset: 'COMBO-2-outbox', fromMs: 0, until: 'fault' },
      { label: 'Counted, and not noted', preset: 'COMBO-2-checkpoint', fromMs: 0, until: 'fault' },
    ],
  },
  {
    id: 'fix',
    title: 'A crash that does not care where',
    text: [
      'With all bricks, put a crash **anywhere**: on any ring in the code of any service. The order ends, the card is charged once or not at all, the book is sold once or not at all, the figures are right and one mail is sent.',
      'What differs is only how often something was delivered, and how long it took. At least once on the wire, once in effect: that is what the bricks add up to.',
    ],
    scenes: [
      {
        label: 'The same crash, with all bricks',
        preset: 'COMBO-1',
        variant: 'complete',
        fromMs: 0,
        until: 'end',
      },
      {
        label: 'The bank refuses the card',
        preset: 'refused-card',
        variant: 'complete',
        fromMs: 0,
        until: 'end',
      },
    ],
  },
  {
    id: 'limit',
    title: 'What still hurts',
    text: [
      'Many promise “exactly once”. Audit it: a MailService with an inbox that sends the mail **inside** its handler, as most programs do, and dies after the mail and before its commit.',
      'Here a mail with an outbox of its own, and a provider that takes a **key**, makes it one. With a provider that takes none it is at least one, and you had better say so.',
      'Everything takes longer, too: the customer hears “accepted”, not “done”, and between the two the order is visibly pending. And each brick is a table, a program and a habit that somebody has to keep.',
    ],
    scenes: [
      { label: 'The mail in the handler', preset: 'COMBO-4', fromMs: 0, until: 'end' },
      {
        label: 'The mail with a key',
        preset: 'COMBO-4',
        variant: 'complete',
        fromMs: 0,
        until: 'end',
      },
    ],
    prediction: {
      question:
        'MailService comes back. Its database has one row for this mail. How many were sent?',
      options: ['0', '1', '2'],
      answer: 'mails',
      preset: 'COMBO-4',
      because:
        'The first mail was out when the process died; the commit that would have remembered it was not. The event came again, and so did the mail. “Exactly once” ends where your transaction ends.',
    },
  },
]
