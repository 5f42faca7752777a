import type { Act } from '../definition'

export const acts: readonly Act[] = [
  {
    id: 'watch',
    title: 'One payment',
    text: [
      'A customer pays 100 for order 7 with a phone. PayAPI asks the card provider, the provider takes the money, and 64 ms later the phone has its answer.',
      'The phone has made a **key** together with the form, `key-1`, and has kept it before sending anything. It goes along with the request as `Idempotency-Key`. An operation is **idempotent** if doing it again changes nothing; «take 100» is not, and a key can make it so.',
    ],
    scenes: [{ label: 'Play the good day', variant: 'no-key', fromMs: 0, until: 'end' }],
  },
  {
    id: 'predict',
    title: 'The answer that never came',
    text: [
      'The same payment, and this time the **answer** is lost on its way back. The phone waits for 100 ms. What does it know then? Nothing: the request may have been lost, or the work, or the answer.',
      'So it asks again, as every phone does. This PayAPI does not read the key.',
    ],
    scenes: [{ label: 'Play up to the timeout', preset: 'IDEM-2', fromMs: 0, until: 100 }],
    prediction: {
      question: 'How often will the card be charged?',
      options: ['0', '1', '2'],
      answer: 'charges',
      preset: 'IDEM-2',
      because:
        'The first request was carried out from beginning to end. Only its answer was lost, and the second request looks exactly like a second payment.',
    },
  },
  {
    id: 'break',
    title: 'Two charges, one answer',
    text: [
      'The customer sees one success and pays twice. Asking again was not the mistake; without it a lost **request** would be a lost payment. The mistake is a server to which «again» looks like «once more».',
      'A key alone is not the cure. Look at what comes of one that is looked up first and written down last, when ten copies come at once; and of one that is compared with nothing but itself.',
    ],
    scenes: [
      { label: 'Lose the answer', preset: 'IDEM-2', fromMs: 0, until: 'end' },
      { label: 'Ten copies at once', preset: 'ten-copies', fromMs: 0, until: 'end' },
      { label: 'Same key, other amount', preset: 'IDEM-3', fromMs: 0, until: 'end' },
    ],
    prediction: {
      question: 'Order 8 for 900 carries the key of order 7. What is its customer told?',
      options: ['201', '409', '422'],
      answer: 'secondAnswer',
      preset: 'IDEM-3',
      because:
        'The key is known, so the stored answer goes out: 201, for the other order. Nobody has paid 900. A **fingerprint** of the request beside the key would have told the two apart.',
    },
  },
  {
    id: 'why',
    title: 'A lock is not enough',
    text: [
      'Writing the key down **first** lets one request work and the others wait. But the row is a lock now. Its holder can die with it, and then it is 409 for ever; so it gets a **lease**, a time after which somebody else may take over.',
      'And a lease is a guess. PayAPI 1 stands still for 40 ms, its lease of 50 runs out, PayAPI 2 takes over and charges; then PayAPI 1 goes on as if no time had passed, and charges too. No clock can prevent that. The lock protects PayAPI’s table, and the money is somewhere else.',
      'Errors are no better. The provider charges and then answers 500: **store** that, and the customer gets the same 500 for ever while the money is gone; **forget** it, and the next attempt charges again.',
    ],
    scenes: [
      { label: 'Die with the lock', preset: 'stuck-key', fromMs: 0, until: 'end' },
      { label: 'Outlive the lease', preset: 'IDEM-5', fromMs: 0, until: 'end' },
      { label: 'Store the failure', preset: 'IDEM-8-store', fromMs: 0, until: 'end' },
      { label: 'Forget the failure', preset: 'IDEM-8-delete', fromMs: 0, until: 'end' },
    ],
    prediction: {
      question: 'Two instances, a lease of 50 ms, a pause of 40. How many charges?',
      options: ['0', '1', '2'],
      answer: 'charges',
      preset: 'IDEM-5',
      because:
        'Both instances hold the key in good faith, one after the other, and both ask the provider. It has been told nothing that would make the two requests one.',
    },
  },
  {
    id: 'fix',
    title: 'All the way down',
    text: [
      'Pass a key **on to the provider**, the same for every attempt: then it does not matter who asks, or how often. Remember the **step**, not just the answer: the row says `charge_created`, and whoever takes over goes on behind it. Take over with a comparison, so that the old holder finds that the row is no longer its own.',
      'Now the row has all it needs: scope and key, fingerprint, status, lease, recovery point, stored answer, expiry. And the client tells: **400** no key, **409** in progress, ask later, **422** this key is for something else, or the stored answer.',
      'Where the effect is **local**, all this is a single commit: key, effect and answer in one transaction. And where the client makes a new key for every attempt, the best server is of no use.',
    ],
    scenes: [
      {
        label: 'Outlive the lease, with a key for the provider',
        preset: 'IDEM-5',
        variant: 'full',
        fromMs: 0,
        until: 'end',
      },
      {
        label: 'The failure, resumed',
        preset: 'IDEM-8-store',
        variant: 'full',
        fromMs: 0,
        until: 'end',
      },
      {
        label: 'A wallet: one commit',
        preset: 'IDEM-2',
        variant: 'local',
        fromMs: 0,
        until: 'end',
      },
      { label: 'A perfect server, a new key each time', preset: 'IDEM-7', fromMs: 0, until: 'end' },
    ],
    prediction: {
      question: 'The server is perfect; the client makes a key for each attempt. How many charges?',
      options: ['1', '2'],
      answer: 'charges',
      preset: 'IDEM-7',
      because:
        'A key names an intent. A new key says «this is something new», and the server believes it. Idempotency starts in the client: the key is made with the form and kept before anything is sent.',
    },
  },
  {
    id: 'limit',
    title: 'What still hurts',
    text: [
      'Nobody remembers keys for ever. The phone is offline for 25 hours and keys are kept for 24: the retry is a new payment. Real interfaces work like that and say so. A **business key** helps, one payment an order; it refuses with 403, and the customer at least knows.',
      'It protects PayAPI’s own table. If PayAPI dies with the charge in its memory and nobody asks again until the **provider** has forgotten its key too, there is a second charge that none of them can see. Finish what is in progress while the provider still remembers, or ask it what it has for this order.',
      'And whatever is outside of all this, such as a mail that is sent on the way, happens at least once.',
    ],
    scenes: [
      { label: 'Come back after 25 hours', preset: 'IDEM-6', fromMs: 0, until: 'end' },
      {
        label: 'The same, with a business key',
        preset: 'IDEM-6',
        variant: 'full',
        fromMs: 0,
        until: 'end',
      },
      { label: 'The provider forgot, too', preset: 'provider-forgot', fromMs: 0, until: 'end' },
    ],
  },
]
