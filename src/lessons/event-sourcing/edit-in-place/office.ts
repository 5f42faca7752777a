import { transaction } from '../../../engine'

/** A wrong amount was stored. The repair is an UPDATE: nobody will see that it ever was wrong. */
export function* repair() {
  yield* transaction('edit the event', (tx) => {
    tx.update('events', ['acct-1', 1], { data: { amount: 100 } })
  })
}
