import type { ParamValues, Variant } from '../definition'
import * as belowOldestRelay from './below-oldest/relay'
import * as byPositionOrder from './by-position/order'
import * as byPositionRelay from './by-position/relay'
import * as commitThenPublishOrder from './commit-then-publish/order'
import * as deleteInTransactionOrder from './delete-in-transaction/order'
import * as listenToYourselfOrder from './listen-to-yourself/order'
import * as logTailingRelay from './log-tailing/relay'
import * as markBeforeConfirmRelay from './mark-before-confirm/relay'
import * as outboxInboxShipping from './outbox-inbox/shipping'
import * as outboxOrder from './outbox/order'
import * as outboxRelay from './outbox/relay'
import * as outboxShipping from './outbox/shipping'
import * as publishThenCommitOrder from './publish-then-commit/order'
import { system, type Parts } from './topology'
import * as twoRelaysByKeyRelay from './two-relays-by-key/relay'
import * as twoRelaysRelay from './two-relays/relay'

const noInbox = 'outbox/shipping.ts'
const withInbox = 'outbox-inbox/shipping.ts'

/** Joins the parts of a variant to what the lesson shows of it. */
function variant(about: Omit<Variant, 'system'>, parts: Parts): Variant {
  return { ...about, system: (params: ParamValues) => system(parts, params) }
}

export const variants: readonly Variant[] = [
  variant(
    {
      id: 'commit-then-publish',
      title: 'Commit, then publish',
      correct: false,
      summary: 'A dual write: save the order, then tell the broker.',
      files: { order: 'commit-then-publish/order.ts', shipping: noInbox },
    },
    { order: commitThenPublishOrder, shipping: outboxShipping },
  ),
  variant(
    {
      id: 'publish-then-commit',
      title: 'Publish, then commit',
      correct: false,
      summary: 'The other dual write: tell the broker, then save the order.',
      files: { order: 'publish-then-commit/order.ts', shipping: noInbox },
    },
    { order: publishThenCommitOrder, shipping: outboxShipping },
  ),
  variant(
    {
      id: 'outbox',
      title: 'Outbox',
      correct: false,
      summary: 'The event is a row of the same commit; a relay sends it. Shipping has no inbox.',
      files: { order: 'outbox/order.ts', relay: 'outbox/relay.ts', shipping: noInbox },
    },
    { order: outboxOrder, relays: [outboxRelay.poll], shipping: outboxShipping },
  ),
  variant(
    {
      id: 'outbox-inbox',
      title: 'Outbox + inbox',
      correct: true,
      summary: 'Outbox at the sender, inbox at the receiver: sent at least once, shipped once.',
      files: { order: 'outbox/order.ts', relay: 'outbox/relay.ts', shipping: withInbox },
    },
    { order: outboxOrder, relays: [outboxRelay.poll], shipping: outboxInboxShipping },
  ),
  variant(
    {
      id: 'mark-before-confirm',
      title: 'Outbox, marked too early',
      correct: false,
      summary: 'The relay marks the row and then sends it: an outbox in looks only.',
      files: {
        order: 'outbox/order.ts',
        relay: 'mark-before-confirm/relay.ts',
        shipping: withInbox,
      },
    },
    { order: outboxOrder, relays: [markBeforeConfirmRelay.poll], shipping: outboxInboxShipping },
  ),
  variant(
    {
      id: 'two-relays',
      title: 'Two relays, any row',
      correct: false,
      summary: 'Two relays take whatever row is not locked: quick, and out of order.',
      files: { order: 'outbox/order.ts', relay: 'two-relays/relay.ts', shipping: withInbox },
    },
    {
      order: outboxOrder,
      relays: [twoRelaysRelay.poll, twoRelaysRelay.poll],
      shipping: outboxInboxShipping,
    },
  ),
  variant(
    {
      id: 'two-relays-by-key',
      title: 'Two relays, own keys',
      correct: true,
      summary: 'Two relays, and each order belongs to one of them.',
      files: { order: 'outbox/order.ts', relay: 'two-relays-by-key/relay.ts', shipping: withInbox },
    },
    {
      order: outboxOrder,
      relays: [0, 1].map((relay) => () => twoRelaysByKeyRelay.poll(relay, 2)),
      shipping: outboxInboxShipping,
    },
  ),
  variant(
    {
      id: 'by-position',
      title: 'Read by position',
      correct: false,
      summary: 'The relay remembers the last position; a transaction that commits late is skipped.',
      files: { order: 'by-position/order.ts', relay: 'by-position/relay.ts', shipping: withInbox },
    },
    { order: byPositionOrder, relays: [byPositionRelay.poll], shipping: outboxInboxShipping },
  ),
  variant(
    {
      id: 'below-oldest',
      title: 'Read below the oldest open',
      correct: true,
      summary: 'The relay reads only what lies below the oldest open transaction.',
      files: { order: 'by-position/order.ts', relay: 'below-oldest/relay.ts', shipping: withInbox },
    },
    { order: byPositionOrder, relays: [belowOldestRelay.poll], shipping: outboxInboxShipping },
  ),
  variant(
    {
      id: 'delete-in-transaction',
      title: 'Insert and delete, polled',
      correct: false,
      summary: 'The row is deleted in the commit that inserts it; a poller never sees it.',
      files: {
        order: 'delete-in-transaction/order.ts',
        relay: 'outbox/relay.ts',
        shipping: withInbox,
      },
    },
    { order: deleteInTransactionOrder, relays: [outboxRelay.poll], shipping: outboxInboxShipping },
  ),
  variant(
    {
      id: 'log-tailing',
      title: 'Log tailing',
      correct: true,
      summary: 'The relay follows the database’s log, where every insert is, even of deleted rows.',
      files: {
        order: 'delete-in-transaction/order.ts',
        relay: 'log-tailing/relay.ts',
        shipping: withInbox,
      },
    },
    {
      order: deleteInTransactionOrder,
      relays: [logTailingRelay.poll],
      shipping: outboxInboxShipping,
    },
  ),
  variant(
    {
      id: 'listen-to-yourself',
      title: 'Listen to yourself',
      correct: true,
      summary: 'Publish only, and save the order when your own event comes back.',
      files: { order: 'listen-to-yourself/order.ts', shipping: withInbox },
    },
    { order: listenToYourselfOrder, shipping: outboxInboxShipping },
  ),
]
