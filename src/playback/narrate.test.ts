import { describe, expect, test } from 'vitest'
import type {
  BrokerMove,
  EffectKind,
  FaultVerb,
  LostReason,
  TraceEvent,
  TraceEventBody,
} from '../engine'
import { sampleRun, sampleSystem } from '../testing/sampleRun'
import { createFilm } from './film'
import { isNarrated } from './narrated'

type Kind = TraceEvent['kind']
type Body<K extends Kind> = Extract<TraceEventBody, { readonly kind: K }>
type Told = readonly [told: boolean, sentence: string]

const run = sampleRun()
/** The sentence of an event that comes after the whole sample run. */
function tell(body: TraceEventBody): Told {
  const index = run.trace.events.length
  const event = { ...body, index, timeUs: run.endUs, cause: -1 }
  const trace = { ...run.trace, events: [...run.trace.events, event] }
  const endedWhy = 'Relay still waits.'
  return [isNarrated(event), createFilm({ ...run, endedWhy, trace }, sampleSystem).sentence(index)]
}

const relay = { service: 'relay', handler: 4 } as const
const transaction = { ...relay, database: 'order', transaction: 7, label: 'mark sent' } as const
const waiting = { id: 'e2', status: 'waiting' }
const sent = { id: 'e2', status: 'sent' }
const marked = { table: 'outbox', key: 2, before: waiting, after: sent }
const move = {
  kind: 'brokerChanged',
  service: 'broker',
  database: 'broker',
  source: 'orders',
  partition: 0,
  offset: 3,
  id: 'e3',
  group: 'shipping',
  changes: [],
} as const
const flightTo = (to: string) =>
  run.trace.events.find((event) => event.kind === 'messageSent' && event.to === to)
const toOrder = flightTo('order') as Body<'messageSent'>
const toClient = flightTo('client') as Body<'messageSent'>

const examples: { readonly [K in Kind]: readonly (readonly [body: Body<K>, ...Told])[] } = {
  handlerStarted: [
    [{ kind: 'handlerStarted', ...relay, program: 'start', message: -1 }, false, 'Relay starts.'],
    [
      { kind: 'handlerStarted', ...relay, program: 'poll', message: -1 },
      false,
      'Relay begins “poll”.',
    ],
    [
      {
        kind: 'handlerStarted',
        service: 'order',
        handler: 1,
        program: 'PlaceOrder',
        message: toOrder.message,
      },
      false,
      'OrderService begins to handle PlaceOrder 1.',
    ],
  ],
  handlerEnded: [
    [
      { kind: 'handlerEnded', ...relay, failure: null },
      false,
      'Relay has finished and remembers nothing of it.',
    ],
    [{ kind: 'handlerEnded', ...relay, failure: 'deadlock' }, true, 'Relay gives up: deadlock.'],
  ],
  stepped: [
    [
      { kind: 'stepped', ...relay, effect: 'publish', label: 'OrderPlaced' },
      false,
      'Relay publishes OrderPlaced.',
    ],
  ],
  messageSent: [
    [toOrder, true, 'Customer sends PlaceOrder 1 to OrderService.'],
    [{ ...toOrder, again: true }, true, 'Customer sends PlaceOrder 1 to OrderService again.'],
    [
      { ...toOrder, handler: -1, copyOf: toOrder.message },
      true,
      'The network delivers a second copy of PlaceOrder 1 to OrderService.',
    ],
    [toClient, true, 'OrderService sends the answer to PlaceOrder 1 to Customer.'],
    [
      { ...toClient, data: { status: 409, data: null } },
      true,
      'OrderService sends the answer 409 to PlaceOrder 1 to Customer.',
    ],
    [{ ...toOrder, handler: -1 }, false, 'Customer sends PlaceOrder 1 to OrderService.'],
  ],
  messageArrived: [
    [
      { kind: 'messageArrived', service: 'order', message: toOrder.message },
      true,
      'PlaceOrder 1 reaches OrderService.',
    ],
    [
      { kind: 'messageArrived', service: 'order', message: 999 },
      true,
      'A message reaches OrderService.',
    ],
  ],
  messageLost: [
    [
      { kind: 'messageLost', service: 'order', message: toOrder.message, reason: 'dropped' },
      true,
      'PlaceOrder 1 is lost on its way to OrderService.',
    ],
  ],
  transactionBegan: [
    [{ kind: 'transactionBegan', ...transaction }, false, 'Relay begins “mark sent” in orders.'],
  ],
  transactionWrote: [
    [
      { kind: 'transactionWrote', ...transaction, changes: [marked] },
      true,
      'Relay writes in “mark sent”, not yet committed: outbox e2 updated (status sent).',
    ],
    [
      { kind: 'transactionWrote', ...transaction, changes: [] },
      false,
      'Relay writes in “mark sent”, not yet committed: no row changed.',
    ],
  ],
  transactionWaits: [
    [
      {
        kind: 'transactionWaits',
        ...transaction,
        holder: 5,
        row: { database: 'order', table: 'outbox', key: 2 },
      },
      true,
      'Relay waits in “mark sent”: outbox 2 is locked by transaction 5.',
    ],
  ],
  transactionCommitted: [
    [
      {
        kind: 'transactionCommitted',
        ...transaction,
        lsn: 9,
        changes: [
          marked,
          { table: 'orders', key: 'o-9', before: undefined, after: { total: 4 } },
          { table: 'outbox', key: 1, before: waiting, after: undefined },
        ],
      },
      true,
      'Relay commits “mark sent”: outbox e2 updated (status sent), orders o-9 inserted, outbox e2 deleted.',
    ],
    [
      {
        kind: 'transactionCommitted',
        ...transaction,
        lsn: 9,
        changes: [1, 2, 3, 4, 5].map((key) => ({
          table: 'orders',
          key,
          before: undefined,
          after: { total: 4 },
        })),
      },
      true,
      'Relay commits “mark sent”: orders 1 inserted, orders 2 inserted, orders 3 inserted, and 2 rows more.',
    ],
  ],
  transactionAborted: [
    [
      { kind: 'transactionAborted', ...transaction, reason: 'its process died' },
      true,
      '“mark sent” of Relay is rolled back: its process died. Nothing of it remains.',
    ],
    [
      { kind: 'transactionAborted', ...transaction, reason: 'rolled back' },
      true,
      '“mark sent” of Relay is rolled back. Nothing of it remains.',
    ],
  ],
  transactionsLost: [
    [
      { kind: 'transactionsLost', service: 'order', database: 'order', commits: 1, changes: [] },
      true,
      'orders loses its last commit, although acknowledged.',
    ],
    [
      { kind: 'transactionsLost', service: 'order', database: 'order', commits: 3, changes: [] },
      true,
      'orders loses its last 3 commits, although acknowledged.',
    ],
  ],
  databaseDown: [
    [
      { kind: 'databaseDown', database: 'order', untilUs: 90_000 },
      true,
      'orders cannot be reached until 90.0 ms.',
    ],
  ],
  databaseUp: [[{ kind: 'databaseUp', database: 'order' }, true, 'orders can be reached again.']],
  crashed: [
    [
      { kind: 'crashed', service: 'relay' },
      true,
      'Relay crashes. What it had in memory is lost; its disk is not.',
    ],
    [
      { kind: 'crashed', service: 'broker' },
      true,
      'Broker crashes. What it has on disk stays; what was not safe yet may be gone.',
    ],
  ],
  restarted: [
    [
      { kind: 'restarted', service: 'relay' },
      true,
      'Relay is back, with an empty memory and its old disk.',
    ],
  ],
  paused: [
    [
      { kind: 'paused', service: 'relay', untilUs: 90_500 },
      true,
      'Relay stands still until 90.5 ms and will not notice.',
    ],
  ],
  resumed: [
    [{ kind: 'resumed', service: 'relay' }, true, 'Relay goes on as if no time had passed.'],
  ],
  slowed: [
    [
      { kind: 'slowed', service: 'relay', factor: 5 },
      true,
      'Relay takes 5 times as long for everything.',
    ],
    [
      { kind: 'slowed', service: 'relay', factor: 1 },
      true,
      'Relay works at its normal speed again.',
    ],
  ],
  linkChanged: [
    [
      { kind: 'linkChanged', from: 'relay', to: 'broker', cut: true, extraUs: 0, lossPerMille: 0 },
      true,
      'The link from Relay to Broker is cut: nothing passes.',
    ],
    [
      {
        kind: 'linkChanged',
        from: 'relay',
        to: 'broker',
        cut: false,
        extraUs: 5000,
        lossPerMille: 20,
      },
      true,
      'The link from Relay to Broker takes 5.0 ms longer and loses 20 messages in a thousand.',
    ],
    [
      { kind: 'linkChanged', from: 'relay', to: 'broker', cut: false, extraUs: 0, lossPerMille: 0 },
      true,
      'The link from Relay to Broker is whole.',
    ],
  ],
  clockSet: [
    [
      { kind: 'clockSet', service: 'relay', skewUs: -2500 },
      true,
      'The clock of Relay is 2.5 ms behind.',
    ],
    [
      { kind: 'clockSet', service: 'relay', skewUs: 2000 },
      true,
      'The clock of Relay is 2.0 ms ahead.',
    ],
    [{ kind: 'clockSet', service: 'relay', skewUs: 0 }, true, 'The clock of Relay is right.'],
  ],
  timerSet: [
    [
      { kind: 'timerSet', service: 'order', timer: 'expire', id: '7', dueUs: 90_000 },
      false,
      'OrderService sets the timer “expire” for 90.0 ms.',
    ],
  ],
  timerFired: [
    [
      { kind: 'timerFired', service: 'order', timer: 'expire', id: '7' },
      true,
      'The timer “expire” of OrderService goes off.',
    ],
  ],
  brokerChanged: [
    [{ ...move, what: 'appended' }, true, 'Broker appends e3 to orders at offset 3.'],
    [{ ...move, what: 'confirmed' }, false, 'Broker has e3 safe and confirms it.'],
  ],
  rebalanced: [
    [
      {
        kind: 'rebalanced',
        service: 'broker',
        database: 'broker',
        source: 'orders',
        group: 'shipping',
        epoch: 2,
        assignment: { 0: 'shipping' },
        reason: 'shipping joined',
        changes: [],
      },
      true,
      'Broker deals out orders in the group shipping, because shipping joined: partition 0 to ShippingService.',
    ],
  ],
  noted: [[{ kind: 'noted', ...relay, text: 'nothing to do' }, true, 'Relay: nothing to do']],
  faultApplied: [
    [
      { kind: 'faultApplied', service: 'relay', fault: 0, text: 'drop' },
      true,
      'Fault: OrderPlaced 3 will be lost on its way.',
    ],
  ],
  checkBroken: [
    [
      { kind: 'checkBroken', check: 'S-ONCE', why: 'Order 2 has 2 shipments.', rows: [] },
      true,
      'Broken: “Every order is shipped at most once”. Order 2 has 2 shipments.',
    ],
  ],
  checkMet: [
    [
      { kind: 'checkMet', check: 'S-ONCE' },
      true,
      'It has come true: “Every order is shipped at most once”.',
    ],
  ],
  ended: [
    [
      { kind: 'ended', reason: 'quiet', quiescent: true },
      true,
      'Nothing is in flight and nobody has anything left to do: the run is over.',
    ],
    [
      { kind: 'ended', reason: 'stuck', quiescent: false },
      true,
      'The run stops, but it is not quiet. Relay still waits.',
    ],
    [{ kind: 'ended', reason: 'step limit', quiescent: false }, true, 'Relay still waits.'],
  ],
}

describe.each(Object.entries(examples))('%s', (_, cases) => {
  test.each(cases.map(([body, told, sentence]) => ({ body, told, sentence })))(
    '$sentence',
    ({ body, told, sentence }) => {
      expect(tell(body)).toEqual([told, sentence])
    },
  )
})

/** Every member of a union, so that a new one cannot be forgotten. */
const lossReasons: Readonly<Record<LostReason, string>> = {
  dropped: 'is lost on its way',
  cut: 'the link from Customer to OrderService is cut',
  down: 'which is not running',
  forgotten: 'which no longer knows what it was for',
  'connection lost': 'is lost with the connection',
}

test.each(Object.entries(lossReasons))('a message that is %s %s', (reason, part) => {
  const [, sentence] = tell({
    kind: 'messageLost',
    service: 'order',
    message: toOrder.message,
    reason: reason as LostReason,
  })
  expect(sentence).toContain('PlaceOrder 1')
  expect(sentence).toContain(part)
})

const brokerMoves: Readonly<Record<BrokerMove, string>> = {
  appended: 'at offset 3',
  deduplicated: 'drops the repeat',
  confirmed: 'confirms it',
  'records lost': 'not safe yet',
  'position committed': 'up to offset 2',
  'commit refused': 'refuses the ack of ShippingService',
  enqueued: 'into the queue orders',
  delivered: 'hands e3 to ShippingService',
  acked: 'it is done',
  requeued: 'back into the queue',
  'dead-lettered': 'dead-letter queue',
  expired: 'expire',
  unroutable: 'drops it',
  returned: 'returns it',
}

test.each(Object.entries(brokerMoves))('a broker move: %s', (what, part) => {
  const ofConsumer = what === 'position committed' || what === 'commit refused'
  const [, sentence] = tell({
    ...move,
    what: what as BrokerMove,
    id: ofConsumer ? 'shipping' : 'e3',
  })
  expect(sentence).toMatch(/^Broker .+\.$/)
  expect(sentence).toContain(part)
})

const steps: readonly EffectKind[] = [
  'transaction',
  'read',
  'begin',
  'statement',
  'commit',
  'rollback',
  'send',
  'call',
  'reply',
  'publish',
  'ack',
  'nack',
  'sleep',
  'setTimer',
  'cancelTimer',
  'readLog',
  'clock',
  'draw',
  'newId',
  'note',
]

test('every step has a sentence of its own', () => {
  const sentences = steps.map(
    (effect) => tell({ kind: 'stepped', ...relay, effect, label: 'x' })[1],
  )
  expect(new Set(sentences).size).toBe(steps.length)
  for (const sentence of sentences) expect(sentence).toMatch(/^Relay \S.+\.$/)
})

const verbs: readonly FaultVerb[] = ['drop-reply', 'delay', 'duplicate', 'reorder', 'double-click']

test('a fault without an event of its own says what it will do', () => {
  for (const text of verbs)
    expect(tell({ kind: 'faultApplied', service: 'relay', fault: 0, text })[1]).toMatch(
      /^Fault: \S.+\.$/,
    )
  expect(tell({ kind: 'faultApplied', service: 'relay', fault: 0, text: 'of the future' })[1]).toBe(
    'Fault: of the future.',
  )
})

test('a second delivery that changes nothing was skipped', () => {
  const { events } = run.trace
  const again = events.filter((event) => event.kind === 'messageSent' && event.again)
  const started = events.find(
    (event) =>
      event.kind === 'handlerStarted' &&
      event.service === 'shipping' &&
      again.some((sent) => sent.kind === 'messageSent' && sent.message === event.message),
  ) as Body<'handlerStarted'>
  const { service, handler } = started
  const about = { service, handler, database: 'shipping', transaction: 9, label: 'ship order' }
  const committed = { kind: 'transactionCommitted', ...about, lsn: 9, changes: [] } as const
  expect(tell(committed)).toEqual([true, 'ShippingService has seen e2 before and skips it.'])
  expect(tell({ ...committed, handler: 0 })[1]).toBe(
    'ShippingService commits “ship order”: no row changed.',
  )
})
