import { relay } from '../../patterns/relay'
import type { ParamValues, Variant } from '../definition'
import * as deadLetter from './dead-letter/shipping'
import * as magicOrder from './magic-bus/order'
import * as magicShipping from './magic-bus/shipping'
import * as noConfirm from './no-confirm/relay'
import * as parkOrder from './park-key/order'
import * as parkShipping from './park-key/shipping'
import * as reliableOrder from './reliable/order'
import * as reliableRelay from './reliable/relay'
import * as reliableShipping from './reliable/shipping'
import * as retryForever from './retry-forever/shipping'
import { logSystem, queueSystem, type LogParts, type QueueParts } from './topology'

type About = Omit<Variant, 'system'>

function onQueue(about: About, parts: QueueParts): Variant {
  return { ...about, system: (params: ParamValues) => queueSystem(parts, params) }
}

function onLog(about: About, parts: Omit<LogParts, 'relay' | keyof typeof parkOrder>): Variant {
  const all = { ...parkOrder, relay, ...parts }
  return { ...about, system: (params: ParamValues) => logSystem(all, params) }
}

const outbox = { ...reliableOrder, ...reliableShipping, ack: 'manual' } as const

export const variants: readonly Variant[] = [
  onQueue(
    {
      id: 'magic-bus',
      title: 'Magic bus',
      correct: false,
      summary: 'Publish and forget; the consumer takes every message with auto-ack.',
      files: { order: 'magic-bus/order.ts', shipping: 'magic-bus/shipping.ts' },
    },
    { ...magicOrder, ...magicShipping, ack: 'before' },
  ),
  onQueue(
    {
      id: 'no-confirm',
      title: 'Outbox, unconfirmed',
      correct: false,
      summary: 'An outbox whose relay does not ask the broker; the consumer acks after its commit.',
      files: {
        order: 'reliable/order.ts',
        relay: 'no-confirm/relay.ts',
        shipping: 'reliable/shipping.ts',
      },
    },
    { ...outbox, ...noConfirm },
  ),
  onQueue(
    {
      id: 'confirmed',
      title: 'Outbox, confirmed',
      correct: false,
      summary: 'The relay waits for the confirm, and takes it for a place in a queue.',
      files: {
        order: 'reliable/order.ts',
        relay: 'patterns/relay.ts',
        shipping: 'reliable/shipping.ts',
      },
    },
    { ...outbox, relay },
  ),
  onQueue(
    {
      id: 'reliable',
      title: 'Nothing is magic',
      correct: true,
      summary: 'Outbox, confirms, mandatory with an alarm, ack after the commit, inbox.',
      files: {
        order: 'reliable/order.ts',
        relay: 'reliable/relay.ts',
        shipping: 'reliable/shipping.ts',
      },
    },
    { ...outbox, ...reliableRelay, alarms: true },
  ),
  onLog(
    {
      id: 'retry-forever',
      title: 'Retry for ever',
      correct: false,
      summary: 'A message that fails comes again until it does not; those behind it wait.',
      files: {
        order: 'park-key/order.ts',
        relay: 'patterns/relay.ts',
        shipping: 'retry-forever/shipping.ts',
      },
    },
    retryForever,
  ),
  onLog(
    {
      id: 'dead-letter',
      title: 'Dead-letter the message',
      correct: false,
      summary: 'After some tries the message is put aside, and later ones of its order go on.',
      files: {
        order: 'park-key/order.ts',
        relay: 'patterns/relay.ts',
        shipping: 'dead-letter/shipping.ts',
      },
    },
    deadLetter,
  ),
  onLog(
    {
      id: 'park-key',
      title: 'Park the key',
      correct: true,
      summary:
        'After some tries the whole order is put aside, in order, until a person repairs it.',
      files: {
        order: 'park-key/order.ts',
        relay: 'patterns/relay.ts',
        shipping: 'park-key/shipping.ts',
      },
    },
    parkShipping,
  ),
]
