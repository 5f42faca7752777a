import type { Act } from '../definition'

export const acts: readonly Act[] = [
  {
    id: 'watch',
    title: 'One order, one button',
    text: [
      'A customer pays for order 7. The browser asks PayAPI, PayAPI asks the card provider, and the card provider takes 100 from the card. That takes about 60 ms, and for all that time the button looks as if nothing had happened.',
      'The browser sends a **key** along, `key-7`. It was made together with the order, so every attempt to pay for this order carries the same one. That is an **idempotency key**: it lets a server see that two requests mean the same thing.',
      'Press «Pay» yourself, or start with a single click.',
    ],
    scenes: [{ label: 'Play one click', preset: 'one-click', fromMs: 0, until: 'end' }],
  },
  {
    id: 'predict',
    title: 'Check first',
    text: [
      'PayAPI is careful now. It **looks up the key**; if the key is there, it answers with what it has stored. If not, it charges the card and then writes the key down.',
      'Ten clicks come in, one millisecond apart. Read the code, play until the last of the ten has looked, and then say what the card provider will have in its table.',
    ],
    scenes: [{ label: 'Play until all ten have looked', preset: 'IDEM-1', fromMs: 0, until: 19 }],
    prediction: {
      question: 'How often is the card charged?',
      options: ['1', '2', '10'],
      answer: 'charges',
      preset: 'IDEM-1',
      because:
        'The first click has its key written down 48 ms after it has looked. The other nine look within 9 of these 48 ms and see an empty table, each of them rightly.',
    },
  },
  {
    id: 'break',
    title: 'Ten times the truth',
    text: [
      'Ten charges, and ten answers with ten different charge numbers. No process has crashed, no message was lost, and no log has an error.',
      'On the timeline each request has a bar, from its look to its row. That is its **race window**. Turn «Time between two clicks» up to 60 ms: now no click falls into the window of another, and the same code looks right. It does on a developer’s machine, too.',
    ],
    scenes: [{ label: 'Ten clicks', preset: 'IDEM-1', fromMs: 0, until: 'end' }],
  },
  {
    id: 'why',
    title: 'Two steps, ten clicks',
    text: [
      'What was true at the look need not be true at the charge. Between two steps there is always time, and ten clicks fit into it. Making the window smaller makes the accident rarer; it does not make the code right.',
      'Disabling the button does not help either. It lives in **one tab**: a second tab has a button of its own. And when the answer to a single click is lost, the browser, a proxy or a library asks again without anybody touching a button.',
    ],
    scenes: [
      {
        label: 'Disable the button, open a second tab',
        preset: 'second-tab',
        fromMs: 0,
        until: 'end',
      },
      {
        label: 'One click, and its answer is lost',
        preset: 'button-retry',
        fromMs: 0,
        until: 'end',
      },
    ],
    prediction: {
      question:
        'The button is disabled after the first click, there are two tabs. How many charges?',
      options: ['1', '2', '10'],
      answer: 'charges',
      preset: 'second-tab',
      because:
        'Each tab lets its first click through, and no tab knows of the other. Only the server sees both requests, so only the server can tell that they are one.',
    },
  },
  {
    id: 'fix',
    title: 'Let the database decide',
    text: [
      'Write the key down **first**, into a table whose **unique index** refuses a second row with the same key. The insert is the check: there is no moment between them. Nine of the ten inserts find the key taken.',
      'What shall the nine hear? Either **409**, «in progress, ask later»: they ask again and get the stored answer. Or they **wait** at the insert, because the first transaction is still open, and all ten get the same answer at once. The first way costs nine more round trips, the second a database connection for each of the ten while the card provider thinks.',
    ],
    scenes: [
      {
        label: 'Insert first, 409 for the rest',
        preset: 'IDEM-1',
        variant: 'unique-insert',
        fromMs: 0,
        until: 'end',
      },
      {
        label: 'Insert first, and wait',
        preset: 'IDEM-1',
        variant: 'blocking',
        fromMs: 0,
        until: 'end',
      },
    ],
  },
  {
    id: 'limit',
    title: 'What still hurts',
    text: [
      'A key that is written down first is a **lock**. If PayAPI dies right after, the row says `IN_PROGRESS` and nobody is at work: 409, and 409, and 409 again. Every click gives up in the end, and the card was never charged.',
      'The waiting kind is safe from that: its key is not committed yet, and the database throws an open transaction away when the connection breaks. It pays with connections. And both pass the key on to the card provider: without that, a lost answer there would be a second charge.',
      'Nor does this key know **whose** it is, for **which** payment, or for **how long**. Scope, fingerprint, lease and expiry are in the lesson on **idempotency**.',
    ],
    scenes: [
      { label: 'Die with the key', preset: 'dead-with-the-key', fromMs: 0, until: 'end' },
      {
        label: 'The same, waiting',
        preset: 'dead-with-the-key',
        variant: 'blocking',
        fromMs: 0,
        until: 'end',
      },
    ],
  },
]
