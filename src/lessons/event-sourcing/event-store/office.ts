import { call } from '../../../engine'

/** A wrong amount was stored. The repair is one more event: what is too much, and why. Each try is the same command. */
export function* repair() {
  yield* call('Correct', {
    to: 'account',
    key: 'acct-1',
    data: { amount: -900, reason: 'typed 1000, counted 100' },
    retry: { attempts: 5, backoffMs: 50 },
  })
}
