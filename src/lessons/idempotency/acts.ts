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
      'A key alone is not the cure. This next server **looks the key up** before it charges and writes it down afterwards: ten copies at once all look before any of them has written. And it compares **nothing but the key**, whatever else the request says.',
    ],
    scenes: [
      { label: 'Lose the answer', preset: 'IDEM-2', fromMs: 0, until: 'end' },
      { label: 'Ten copies at once', preset: 'ten-copies', fromMs: 0, until: 'end' },
      { label: 'Same key, other amount', preset: 'IDEM-3', fromMs: 0, until: 'end' },
    ],
    prediction: {
      question:
        'The form is filled in again: order 8 for 900 carries the key of order 7. What does this server say: 201, done; 409, somebody is at work on it; or 422, this key is for another request?',
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
      'Writing the key down **first** lets one request work and the others wait: they hear **409**, ask again later. But the row is a lock now. Its holder can die with it, and then it is 409 for ever; so it gets a **lease**, a time after which somebody else may take over.',
      'And a lease is a guess at how long the work takes. There are two instances of PayAPI now, and the lease is 50 ms. PayAPI 1 takes the key and stands still for 40 ms, as a program does while its memory is cleaned up. It is not dead: it goes on as if no time had passed. Say what becomes of the card before you play it.',
      'Errors are no better. The provider charges and then answers 500, «something went wrong», which does not say that nothing was done. **Store** that, and the customer gets the same 500 for ever while the money is gone; **forget** it, and the next attempt charges again. Both are in use.',
    ],
    scenes: [
      { label: 'Die with the lock', preset: 'stuck-key', fromMs: 0, until: 'end' },
      { label: 'Outlive the lease', preset: 'IDEM-5', fromMs: 0, until: 'end' },
      { label: 'Store the failure', preset: 'IDEM-8-store', fromMs: 0, until: 'end' },
      { label: 'Forget the failure', preset: 'IDEM-8-delete', fromMs: 0, until: 'end' },
    ],
    prediction: {
      question: 'A lease of 50 ms, a pause of 40, and the charge takes 30. How many charges?',
      options: ['0', '1', '2'],
      answer: 'charges',
      preset: 'IDEM-5',
      because:
        'PayAPI 1 wakes up with 8 ms of its lease left and asks the provider. While the provider works the lease runs out, PayAPI 2 takes over, and asks too. No look at the clock would have helped either of them: the lock protects PayAPI’s table, and the money is somewhere else. The provider has been told nothing that would make the two requests one.',
    },
  },
  {
    id: 'fix',
    title: 'All the way down',
    text: [
      'Pass a key **on to the provider**, the same for every attempt: then it does not matter who asks, or how often, and a charge of which nobody knows whether it happened can be asked for again. Remember the **step**, not just the answer: the row says `charge_created`, and whoever takes over goes on behind it. Take over with a comparison, so that the old holder finds that the row is no longer its own.',
      'Now the row has all it needs: **scope** (whose key it is, and for what), key, fingerprint, status, lease, that step (the **recovery point**), stored answer, and a time at which it is forgotten. A client hears **400**, there is no key; **409**, in progress, ask later; **422**, this key is for another request; or the stored answer.',
      'Where the effect is **local**, such as an entry in a wallet that PayAPI keeps itself, all this is a single commit: key, effect and answer in one transaction. One thing is left, and it is not on the server: **when** the key is made.',
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
      question:
        'This server does all of that. The answer is lost, and the client’s library makes a key for each attempt. How many charges?',
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
      'Nobody remembers keys for ever. The phone is offline for 25 hours, and PayAPI and the provider keep keys for 24: the retry is a new payment. Real interfaces work like that and say so. A **business key** helps: a unique index on the order allows one payment for it, whatever key it came with. The retry is refused with 403, «paid already», and the customer knows.',
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
