import { describe, expect, it } from 'vitest'
import type { Fault, Message, QueueSpec, Service, Subscription, System } from './index'
import { ack, nack, note, publish, sleep, transaction } from './index'
import {
  client,
  eventsOf,
  losses,
  moves,
  noteDelivery,
  notes,
  play,
  queueBroker,
  rowsOf,
  service,
  tables,
} from '../testing/systems'

type PublishOptions = Omit<Parameters<typeof publish>[1], 'topic'>

/** Publishes every id at once, without waiting. */
function burst(...ids: readonly string[]): Service {
  return client('shop', 0, function* () {
    for (const id of ids) yield* publish('Placed', { topic: 'orders', id })
  })
}

function one(options: PublishOptions, topic = 'orders'): Service {
  return client('shop', 0, function* () {
    yield* note(yield* publish('Placed', { topic, id: 'x1', confirm: true, ...options }))
  })
}

function* handle(message: Message) {
  yield* noteDelivery(message)
  yield* ack(message)
}

function* slowly(message: Message) {
  yield* noteDelivery(message)
  yield* sleep('work', 30)
  yield* ack(message)
}

function* refuse(message: Message) {
  yield* noteDelivery(message)
  yield* nack(message, { requeue: true })
}

function worker(
  id: string,
  handler: (message: Message) => Generator,
  subscription: Partial<Subscription> = {},
): Service {
  return service(id, {
    database: tables({}),
    handlers: { Placed: handler as typeof handle },
    subscriptions: [{ broker: 'rabbit', source: 'work', ...subscription }],
  })
}

function system(services: readonly Service[], work: QueueSpec = {}, fsyncMs = 0): System {
  return { services, brokers: [queueBroker(work)], timing: { fsyncMs } }
}

const crash = (timeMs: number, id: string, restartAfterMs = 10): Fault => ({
  at: { timeMs },
  do: 'crash',
  service: id,
  restartAfterMs,
})
const dead = (run: ReturnType<typeof play>) => rowsOf(run, 'rabbit', 'dead').map(({ id }) => id)

describe('a queue', () => {
  it('holds a message until it is acked', () => {
    const run = play(system([burst('x1'), worker('a', slowly)]))
    expect(moves(run)).toEqual(['6 enqueued x1', '6 delivered x1', '50 acked x1'])
    expect(rowsOf(run, 'rabbit', 'work')).toEqual([])
    expect(run.ended).toBe('quiet')
  })

  it('hands a consumer no more than its window, and takes turns among several', () => {
    const narrow = play(system([burst('x1', 'x2', 'x3'), worker('a', slowly), worker('b', slowly)]))
    expect(notes(narrow)).toEqual(['15 a: x1 #1', '15 b: x2 #1', '59 a: x3 #1'])
    const wide = play(system([burst('x1', 'x2', 'x3'), worker('a', slowly, { prefetch: 2 })]))
    expect(notes(wide)).toEqual(['15 a: x1 #1', '15 a: x2 #1', '59 a: x3 #1'])
  })

  it('keeps what nobody acks, and the run says so', () => {
    const run = play(system([burst('x1'), worker('a', noteDelivery)]))
    expect([run.ended, run.endedWhy]).toEqual(['stuck', 'work still holds a message.'])
  })

  it('gives back what a dead consumer held, flagged, to its original place', () => {
    const services = [burst('x1', 'x2', 'x3'), worker('a', slowly, { prefetch: 2 })]
    const run = play(system(services), [crash(20, 'a')])
    expect(notes(run)).toEqual([
      '15 a: x1 #1',
      '15 a: x2 #1',
      '39 a: x1 again #2',
      '39 a: x2 again #2',
      '83 a: x3 #1',
    ])
  })

  it('loses what was handed over when handing over counts as done', () => {
    const services = [burst('x1', 'x2'), worker('a', slowly, { ack: 'before' })]
    const run = play(system(services), [crash(20, 'a')])
    expect(moves(run)).toEqual(['6 enqueued x1', '6 acked x1', '6 enqueued x2', '6 acked x2'])
    expect(notes(run)).toEqual(['15 a: x1 #1', '15 a: x2 #1'])
    expect(run.ended).toBe('quiet')
  })

  it('changes the order when one of two consumers dies', () => {
    const services = [burst('x1', 'x2'), worker('a', slowly), worker('b', slowly)]
    const run = play(system(services), [crash(20, 'a', 100)])
    expect(notes(run)).toEqual(['15 a: x1 #1', '15 b: x2 #1', '59 b: x1 again #2'])
  })

  it('keeps the order with a single active consumer, which is replaced only when its channel closes', () => {
    const services = [burst('x1', 'x2', 'x3'), worker('a', slowly), worker('b', slowly)]
    const spec = { singleActiveConsumer: true }
    expect(notes(play(system(services, spec)))).toEqual([
      '15 a: x1 #1',
      '59 a: x2 #1',
      '103 a: x3 #1',
    ])
    const nap: Fault = { at: { timeMs: 20 }, do: 'pause', service: 'a', forMs: 50 }
    expect(notes(play(system(services, spec), [nap]))).toEqual([
      '15 a: x1 #1',
      '84 a: x2 #1',
      '128 a: x3 #1',
    ])
    expect(notes(play(system(services, spec), [crash(20, 'a')]))).toEqual([
      '15 a: x1 #1',
      '29 b: x1 again #2',
      '73 b: x2 #1',
      '117 b: x3 #1',
    ])
  })

  it('refuses the ack of a consumer whose channel was closed while it was silent', () => {
    const services = [burst('x1'), worker('a', slowly), worker('b', slowly)]
    const pause: Fault = { at: { timeMs: 20 }, do: 'pause', service: 'a', forMs: 200 }
    const run = play(system(services), [pause])
    expect(notes(run)).toEqual(['15 a: x1 #1', '129 b: x1 again #2'])
    expect(moves(run, 'acked', 'commit refused')).toEqual(['164 acked x1', '225 commit refused x1'])
  })

  it('hands a lost delivery out again when the connection has been silent too long', () => {
    const run = play(system([burst('x1'), worker('a', handle)]), [
      { at: { message: 'Placed rabbit>a' }, do: 'drop' },
    ])
    expect(losses(run)).toEqual(['8.5 Placed rabbit>a: dropped'])
    expect(notes(run)).toEqual(['117.5 a: x1 again #2'])
  })

  it('hands a message out again whose ack was lost, when the connection has been silent too long', () => {
    const run = play(system([burst('x1'), worker('a', handle)]), [
      { at: { message: 'Placed ack a>rabbit' }, do: 'drop' },
    ])
    expect(losses(run)).toMatchObject([/Placed ack a>rabbit: dropped/])
    expect(notes(run).map((line) => line.replace(/^\S+ /, ''))).toEqual([
      'a: x1 #1',
      'a: x1 again #2',
    ])
    expect(run.quiescent).toBe(true)
  })

  it('hands a message out again when its handler fails', () => {
    const failing = worker('a', function* (message) {
      yield* noteDelivery(message)
      if (message.delivery?.attempt === 1)
        yield* transaction('apply', (tx) => tx.rollback('not yet'))
      yield* ack(message)
    })
    expect(notes(play(system([burst('x1'), failing])))).toEqual([
      '15 a: x1 #1',
      '34 a: x1 again #2',
    ])
  })

  it('hands a message out once more on request, but not one that is done', () => {
    const moment = { at: { message: 'Placed rabbit>a' }, do: 'redeliver' } as const
    const run = play(system([burst('x1'), worker('a', handle)]), [moment])
    expect(notes(run)).toEqual(['15 a: x1 #1', '15 a: x1 again #2'])
    const auto = play(system([burst('x1'), worker('a', handle, { ack: 'before' })]), [moment])
    expect(auto.faults[0]?.why).toBe('Placed is no longer in a queue of Rabbit.')
  })
})

describe('a refused message', () => {
  it('goes back to its place and comes again at once, in a hot loop', () => {
    const run = play(system([burst('x1', 'x2'), worker('a', refuse)], { deliveryLimit: 3 }))
    expect(notes(run).slice(0, 3)).toEqual([
      '15 a: x1 #1',
      '29 a: x1 again #2',
      '43 a: x1 again #3',
    ])
  })

  it('goes to the dead letters at the delivery limit', () => {
    const spec = { deliveryLimit: 3, deadLetter: 'dead' }
    const run = play(system([burst('x1'), worker('a', refuse)], spec))
    expect(notes(run)).toHaveLength(3)
    expect(moves(run).slice(-2)).toEqual(['48 dead-lettered x1', '48 enqueued x1'])
    expect([dead(run), run.ended]).toEqual([['x1'], 'quiet'])
  })

  it('is tried 20 times when nobody sets a limit, and vanishes when nobody keeps dead letters', () => {
    const run = play(system([burst('x1'), worker('a', refuse)]))
    expect(notes(run)).toHaveLength(20)
    expect([dead(run), run.ended]).toEqual([[], 'quiet'])
  })

  it('goes to the dead letters at once when it is not to be requeued', () => {
    const reject = worker('a', function* (message) {
      yield* nack(message, { requeue: false })
    })
    const run = play(system([burst('x1'), reject], { deadLetter: 'dead' }))
    expect(dead(run)).toEqual(['x1'])
  })
})

describe('a queue with limits', () => {
  it('dead-letters what is too old, unless somebody holds it', () => {
    const services = [burst('x1', 'x2'), worker('a', slowly)]
    const run = play(system(services, { ttlMs: 20, deadLetter: 'dead' }))
    expect(notes(run)).toEqual(['15 a: x1 #1'])
    expect(moves(run, 'expired', 'acked')).toEqual(['26 expired x2', '50 acked x1'])
    expect(dead(run)).toEqual(['x2'])
  })

  it('dead-letters what has become too old when it is given back', () => {
    const services = [burst('x1'), worker('a', slowly)]
    const run = play(system(services, { ttlMs: 20, deadLetter: 'dead' }), [crash(30, 'a')])
    expect(moves(run, 'expired')).toEqual(['30 expired x1'])
  })

  it('does not run on for the age of a message that is done', () => {
    const run = play(system([burst('x1'), worker('a', handle)], { ttlMs: 5000 }))
    expect(run.endUs).toBe(20_000)
  })

  it('dead-letters the oldest ready message when it is full', () => {
    const services = [burst('x1', 'x2', 'x3', 'x4'), worker('a', slowly)]
    const run = play(system(services, { maxLength: 2, deadLetter: 'dead' }))
    expect(notes(run)).toEqual(['15 a: x1 #1', '59 a: x3 #1', '103 a: x4 #1'])
    expect(dead(run)).toEqual(['x2'])
  })

  it('takes back what is unacked for too long, and refuses the late ack', () => {
    const services = [burst('x1'), worker('a', slowly), worker('b', slowly)]
    const run = play(system(services, { ackTimeoutMs: 20, deliveryLimit: 2 }))
    expect(notes(run)).toEqual(['15 a: x1 #1', '35 b: x1 again #2'])
    expect(moves(run, 'requeued', 'commit refused', 'dead-lettered')).toEqual([
      '26 requeued x1',
      '46 dead-lettered x1',
      '50 commit refused x1',
      '70 commit refused x1',
    ])
  })
})

describe('a publish to an exchange', () => {
  it('is confirmed when it is unroutable, and returned before that when it is mandatory', () => {
    expect(notes(play(system([one({}, 'nowhere')])))).toEqual(['11 shop: confirmed'])
    expect(notes(play(system([one({ mandatory: true }, 'nowhere')])))).toEqual([
      '11 shop: returned',
    ])
    const unroutable: Fault = { at: { message: 'Placed shop>rabbit' }, do: 'unroutable' }
    const run = play(system([one({})]), [unroutable])
    expect([notes(run), moves(run)]).toEqual([['11 shop: confirmed'], ['6 unroutable x1']])
  })

  it('goes to every queue that is bound', () => {
    const fan: System = {
      services: [burst('x1')],
      brokers: [
        {
          ...queueBroker(),
          bindings: ['work', 'dead'].map((queue) => ({ topic: 'orders', queue })),
        },
      ],
    }
    expect(moves(play(fan))).toEqual(['6 enqueued x1', '6 enqueued x1'])
  })

  it('is confirmed when it is on disk; before, a consumer may see what a dying broker loses', () => {
    const services = [one({}), worker('a', slowly)]
    expect(notes(play(system(services, {}, 20)))).toEqual(['15 a: x1 #1', '31 shop: confirmed'])
    const run = play(system(services, {}, 20), [crash(18, 'rabbit', 5)])
    expect(notes(run)).toEqual(['15 a: x1 #1', '100 shop: unknown'])
    expect(moves(run)).toEqual([
      '6 enqueued x1',
      '6 delivered x1',
      '18 records lost x1',
      '50 commit refused x1',
    ])
    expect(run.ended).toBe('quiet')
  })

  it('survives a broker that dies after it was on disk, and is delivered again', () => {
    const run = play(system([one({}), worker('a', slowly)]), [crash(18, 'rabbit', 5)])
    expect(notes(run)).toEqual(['11 shop: confirmed', '15 a: x1 #1', '32 a: x1 again #2'])
    expect(eventsOf(run, 'brokerChanged', { what: 'commit refused' })).toHaveLength(1)
  })
})
