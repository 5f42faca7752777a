import { describe, expect, it } from 'vitest'
import type { Fault, Message, Service, Subscription, System } from './index'
import { ack, note, publish, sleep, transaction } from './index'
import {
  client,
  eventsOf,
  logBroker,
  losses,
  moves,
  noteDelivery,
  notes,
  play,
  rowsOf,
  service,
  tables,
  timesOf,
} from '../testing/systems'

type PublishOptions = Omit<Parameters<typeof publish>[1], 'topic'>

/** Publishes each id in turn (key = its letters), waiting for each confirm. */
function producer(ids: readonly string[], options: PublishOptions = {}): Service {
  return client('shop', 0, function* () {
    for (const id of ids) {
      const key = id.replace(/\d/g, '')
      const result = yield* publish('Placed', {
        topic: 'orders',
        id,
        key,
        confirm: true,
        ...options,
      })
      if (result !== 'confirmed') yield* note(result)
    }
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

function consumer(
  id: string,
  handler: (message: Message) => Generator = handle,
  subscription: Partial<Subscription> = {},
): Service {
  return service(id, {
    handlers: { Placed: handler as typeof handle },
    subscriptions: [{ broker: 'log', source: 'orders', ...subscription }],
  })
}

function system(
  services: readonly Service[],
  partitions = 1,
  timing: System['timing'] = {},
): System {
  return { services, brokers: [logBroker(partitions)], timing }
}

const delivery = 'Placed log>a'
const position = (run: ReturnType<typeof play>, group = 'a', partition = 0) =>
  run.world.row('log', 'positions', `${group}/orders/${partition}`)?.['position']
const committed = (run: ReturnType<typeof play>) =>
  eventsOf(run, 'brokerChanged', { what: 'position committed' }).map(({ offset }) => offset)

describe('a topic', () => {
  it('hands a record on in the role in which it came', () => {
    const run = play(system([producer(['a1'], { role: 'compensation' }), consumer('a')]))
    expect(eventsOf(run, 'messageSent', { name: delivery })).toMatchObject([
      { role: 'compensation' },
    ])
  })

  it('keeps order inside a partition and puts equal keys into one', () => {
    const run = play(system([producer(['x1', 'y1', 'x2', 'y2', 'z1'])], 3))
    const records = rowsOf(run, 'log', 'orders').map(
      ({ partition, offset, id }) => `${partition}/${offset} ${id}`,
    )
    expect(records).toEqual(['0/0 x1', '0/1 x2', '1/0 y1', '1/1 y2', '1/2 z1'])
  })

  it('takes a hop and the append time to store, and another hop to confirm', () => {
    const run = play(system([producer(['x1']), consumer('a')]))
    expect(moves(run, 'appended')).toEqual(['6 appended x1'])
    expect(notes(run)).toEqual(['15 a: x1 #1'])
    expect(timesOf(run, 'messageArrived', { service: 'shop' })).toEqual([11])
    expect(run.ended).toBe('quiet')
  })

  it('keeps its records when they have been read, so that groups read independently', () => {
    const run = play(system([producer(['x1', 'x2']), consumer('a'), consumer('b')]))
    expect(notes(run)).toEqual(['15 a: x1 #1', '15 b: x1 #1', '26 a: x2 #1', '26 b: x2 #1'])
    expect(rowsOf(run, 'log', 'orders')).toHaveLength(2)
    expect([position(run, 'a'), position(run, 'b')]).toEqual([2, 2])
  })

  it('tells an author that it does not exist', () => {
    const lost = client('shop', 0, () => publish('Placed', { topic: 'nowhere' }))
    expect(() => play(system([lost]))).toThrow('nowhere, which log does not have')
  })
})

describe('a publish', () => {
  it('is unknown when the request or the confirm is lost', () => {
    const lost = play(system([producer(['x1'])]), [
      { at: { message: 'Placed shop>log' }, do: 'drop' },
    ])
    expect(notes(lost)).toEqual(['100 shop: unknown'])
    expect(rowsOf(lost, 'log', 'orders')).toEqual([])
    const stored = play(system([producer(['x1'])]), [
      { at: { message: 'Placed shop>log' }, do: 'drop-reply' },
    ])
    expect(notes(stored)).toEqual(['100 shop: unknown'])
    expect(rowsOf(stored, 'log', 'orders')).toHaveLength(1)
  })

  it('is refused by a broker that is down', () => {
    const run = play(system([producer(['x1'])]), [
      { at: { timeMs: 0 }, do: 'broker-crash', restartAfterMs: 50 },
    ])
    expect(notes(run)).toEqual(['10 shop: refused'])
  })

  const slowDisk = { fsyncMs: 20 }
  const dies: Fault = { at: { timeMs: 15 }, do: 'crash', service: 'log', restartAfterMs: 5 }

  it('waits for the copies, which consumers wait for, too', () => {
    const run = play(system([producer(['x1']), consumer('a')], 1, slowDisk))
    expect(timesOf(run, 'messageArrived', { service: 'shop' })).toEqual([31])
    expect(notes(run)).toEqual(['35 a: x1 #1'])
  })

  it('is lost with the leader before the copies: unknown to a patient producer, acknowledged to another', () => {
    const patient = play(system([producer(['x1'])], 1, slowDisk), [dies])
    expect([notes(patient), moves(patient)]).toEqual([
      ['100 shop: unknown'],
      ['6 appended x1', '15 records lost x1'],
    ])
    const hasty = play(system([producer(['x1'], { acks: 'leader' })], 1, slowDisk), [dies])
    expect(notes(hasty)).toEqual([])
    expect(rowsOf(hasty, 'log', 'orders')).toEqual([])
  })

  it('is not taken up again by a broker that restarts at once', () => {
    const run = play(system([producer(['x1'])], 1, slowDisk), [
      { ...dies, restartAfterMs: 0 } as Fault,
    ])
    expect(notes(run)).toEqual(['100 shop: unknown'])
    expect(rowsOf(run, 'log', 'orders')).toEqual([])
  })

  it('counts as sent when nobody shall confirm it', () => {
    const run = play(system([producer(['x1'], { acks: 'none' })]))
    expect(notes(run)).toEqual(['0 shop: sent'])
    expect(rowsOf(run, 'log', 'orders')).toHaveLength(1)
  })

  it('leaves the producer in doubt when the broker dies before the confirm', () => {
    const point = 'log/after_enqueue_before_confirm(Placed)'
    const run = play(system([producer(['x1'])]), [
      { at: { point }, do: 'crash', restartAfterMs: 5 },
    ])
    expect(notes(run)).toEqual(['100 shop: unknown'])
    expect(rowsOf(run, 'log', 'orders')).toHaveLength(1)
  })
})

describe('an idempotent producer', () => {
  const repeating = (crash = false): Service =>
    service('shop', {
      *start() {
        for (let attempt = 0; attempt < 3; attempt++) {
          const result = yield* publish('Placed', {
            topic: 'orders',
            id: 'x1',
            confirm: true,
            producerSequence: 1,
          })
          if (result === 'confirmed' && !crash) return
          yield* sleep('again', 10)
        }
      },
    })

  it('has its library’s repeats dropped, and confirmed', () => {
    const faults: Fault[] = [{ at: { message: 'Placed shop>log' }, do: 'drop-reply' }]
    const run = play(system([repeating()]), faults)
    expect(moves(run)).toEqual(['6 appended x1', '116 deduplicated x1'])
    expect(run.ended).toBe('quiet')
  })

  it('starts a new session after a crash, so its repeat is a duplicate', () => {
    const crash: Fault = { at: { timeMs: 8 }, do: 'crash', service: 'shop', restartAfterMs: 10 }
    expect(moves(play(system([repeating()]), [crash]))).toEqual(['6 appended x1', '24 appended x1'])
  })

  it('may repeat what a dying broker has lost', () => {
    const dies: Fault = { at: { timeMs: 15 }, do: 'crash', service: 'log', restartAfterMs: 5 }
    const run = play(system([repeating()], 1, { fsyncMs: 20 }), [dies])
    expect(moves(run)).toEqual(['6 appended x1', '15 records lost x1', '116 appended x1'])
    expect(rowsOf(run, 'log', 'orders')).toHaveLength(1)
  })
})

describe('a consumer', () => {
  const three = producer(['x1', 'x2', 'x3'])

  it('handles one record of a partition at a time, in order', () => {
    const run = play(system([three, consumer('a', slowly)]))
    expect(notes(run)).toEqual(['15 a: x1 #1', '49 a: x2 #1', '83 a: x3 #1'])
    expect(committed(run)).toEqual([1, 2, 3])
  })

  it('gets what it had not acked again after a crash, flagged', () => {
    const crash: Fault = { at: { timeMs: 60 }, do: 'crash', service: 'a', restartAfterMs: 20 }
    const run = play(system([three, consumer('a', slowly)]), [crash])
    expect(notes(run)).toEqual([
      '15 a: x1 #1',
      '49 a: x2 #1',
      '89 a: x2 again #2',
      '123 a: x3 again #2',
    ])
  })

  it('loses what it was given when it acks before it works', () => {
    const crash: Fault = { at: { timeMs: 20 }, do: 'crash', service: 'a', restartAfterMs: 10 }
    const run = play(system([producer(['x1']), consumer('a', slowly, { ack: 'before' })]), [crash])
    expect(notes(run)).toEqual(['15 a: x1 #1'])
    expect([position(run), run.ended]).toEqual([1, 'quiet'])
  })

  it('gets a lost delivery again before the ones behind it', () => {
    const burst = client('shop', 0, function* () {
      for (const id of ['x1', 'x2', 'x3']) yield* publish('Placed', { topic: 'orders', id })
    })
    const run = play(system([burst, consumer('a')]), [
      { at: { message: delivery, nth: 2 }, do: 'drop' },
    ])
    expect(notes(run)).toEqual(['15 a: x1 #1', '57.5 a: x2 again #2', '61.5 a: x3 again #2'])
    expect(losses(run)).toEqual(['8.5 Placed log>a: dropped', '11 Placed log>a: forgotten'])
  })

  it('keeps the order when the network does not', () => {
    const burst = client('shop', 0, function* () {
      for (const id of ['x1', 'x2', 'x3']) yield* publish('Placed', { topic: 'orders', id })
    })
    const run = play(system([burst, consumer('a')]), [
      { at: { message: delivery, nth: 2 }, do: 'reorder' },
    ])
    expect(notes(run).map((text) => /x\d/.exec(text)?.[0])).toEqual(['x1', 'x2', 'x3'])
  })

  it('handles a doubled delivery twice', () => {
    const run = play(system([producer(['x1']), consumer('a')]), [
      { at: { message: delivery }, do: 'duplicate' },
    ])
    expect(notes(run)).toEqual(['15 a: x1 #1', '19 a: x1 #1'])
  })

  it('is handed a record once more on request', () => {
    const run = play(system([producer(['x1']), consumer('a')]), [
      { at: { message: delivery }, do: 'redeliver' },
    ])
    expect(notes(run)).toEqual(['15 a: x1 #1', '19 a: x1 again #2'])
  })

  it('reads a poisonous record for ever, and the run says who loops', () => {
    const poison = consumer('a', function* (message) {
      yield* noteDelivery(message)
      yield* transaction('apply', (tx) => tx.rollback('poison'))
    })
    const run = play(system([producer(['x1', 'x2']), { ...poison, database: tables({}) }]), [], {
      limits: { timeMs: 200 },
    })
    expect(notes(run)).toEqual([
      '15 a: x1 #1',
      '64 a: x1 again #2',
      '113 a: x1 again #3',
      '162 a: x1 again #4',
    ])
    expect([run.ended, run.quiescent]).toEqual(['time limit', false])
    expect(run.endedWhy).toBe(
      'The run was stopped after the longest time a run may take: it never becomes quiet. A did most of it.',
    )
  })
})

describe('a group', () => {
  const two = (handler = handle, subscription: Partial<Subscription> = {}) => [
    consumer('a', handler, { group: 'g', ...subscription }),
    consumer('b', handler, { group: 'g', ...subscription }),
  ]
  const ids = ['x1', 'x2', 'x3']

  it('shares its partitions out fairly', () => {
    const run = play(system([producer(['x1', 'y1', 'w1', 'x2']), ...two()], 2))
    expect(eventsOf(run, 'rebalanced').at(-1)?.assignment).toEqual({ 0: 'a', 1: 'b' })
    expect(new Set(notes(run).map((text) => text.split(' ')[1]))).toEqual(new Set(['a:', 'b:']))
  })

  it('takes a silent member for dead and refuses its late ack, while what it did stays', () => {
    const pause: Fault = { at: { timeMs: 20 }, do: 'pause', service: 'a', forMs: 200 }
    const run = play(system([producer(ids), ...two(slowly)]), [pause])
    expect(notes(run)).toEqual([
      '15 a: x1 #1',
      '129 b: x1 again #2',
      '163 b: x2 again #2',
      '197 b: x3 #1',
    ])
    expect(
      eventsOf(run, 'rebalanced').map(({ timeUs, reason }) => `${timeUs / 1000} ${reason}`),
    ).toEqual(['0 a joined', '0 b joined', '120 a was silent too long', '220 a joined'])
    expect(moves(run, 'commit refused')).toEqual(['225 commit refused a'])
    expect(committed(run)).toEqual([1, 2, 3])
  })

  it('takes a member behind a cut for dead', () => {
    const cut: Fault = { at: { timeMs: 2 }, do: 'partition', a: ['a'], b: ['log'], forMs: 300 }
    const run = play(system([producer(ids), ...two()]), [cut])
    expect(notes(run)).toEqual(['111 b: x1 #1', '115 b: x2 #1', '119 b: x3 #1'])
  })

  it('does not move anything when the silence is short', () => {
    const pause: Fault = { at: { timeMs: 20 }, do: 'pause', service: 'a', forMs: 50 }
    const run = play(system([producer(ids), ...two(slowly)]), [pause])
    expect(eventsOf(run, 'rebalanced')).toHaveLength(2)
    expect(notes(run)).toEqual(['15 a: x1 #1', '74 a: x2 #1', '108 a: x3 #1'])
  })

  it('takes a member that works too long for dead, has it back when it is done, and gains nothing', () => {
    const slow = consumer('a', slowly, { maxProcessingMs: 20 })
    const run = play(system([producer(['x1']), slow]), [], { limits: { timeMs: 90 } })
    expect(notes(run)).toEqual(['15 a: x1 #1', '54 a: x1 again #2'])
    expect(
      eventsOf(run, 'rebalanced').map(({ timeUs, reason }) => `${timeUs / 1000} ${reason}`),
    ).toEqual([
      '0 a joined',
      '31 a took too long',
      '45 a joined',
      '70 a took too long',
      '84 a joined',
    ])
    expect(moves(run, 'commit refused')).toEqual(['50 commit refused a', '89 commit refused a'])
  })

  it('moves on request: the old owner’s ack is refused, the new one starts from what is committed', () => {
    const rebalance: Fault = { at: { timeMs: 20 }, do: 'rebalance', group: 'g' }
    const run = play(system([producer(['x1']), ...two(slowly)]), [rebalance])
    expect(notes(run)).toEqual(['15 a: x1 #1', '29 b: x1 again #2'])
    expect(moves(run, 'commit refused', 'position committed')).toEqual([
      '50 commit refused a',
      '64 position committed b',
    ])
  })

  it('cannot be moved when there is nobody else', () => {
    const rebalance: Fault = { at: { timeMs: 20 }, do: 'rebalance', group: 'a' }
    const run = play(system([producer(['x1']), consumer('a')]), [rebalance])
    expect(run.faults[0]?.why).toBe('The group a has nobody else to take over.')
  })
})
