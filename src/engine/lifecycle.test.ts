import { describe, expect, it } from 'vitest'
import type { Fault, Operation, System } from './index'
import {
  call,
  cancelTimer,
  monotonicClock,
  note,
  publish,
  reply,
  send,
  setTimer,
  sleep,
  transaction,
  wallClock,
  work,
} from './index'
import {
  client,
  eventsOf,
  logBroker,
  notes,
  play,
  rowsOf,
  service,
  tables,
  timesOf,
} from '../testing/systems'

const at = (timeMs: number, fault: object) => ({ at: { timeMs }, ...fault }) as Fault
const atPoint = (point: string, fault: object) => ({ at: { point }, ...fault }) as Fault
const orders = tables({ orders: { key: 'id', rows: [] } })

/** A service that saves an order, publishes it and notes each step; its recovery says what it finds. */
const shop: System = {
  services: [
    service('shop', {
      database: orders,
      *start() {
        yield* note('started')
      },
      once: [
        {
          label: 'place',
          atMs: 10,
          *run() {
            yield* transaction('save', (tx) => tx.insert('orders', { id: 1 }))
            yield* note('saved')
            yield* note(yield* publish('Placed', { topic: 'orders', confirm: true }))
          },
        },
      ],
    }),
  ],
  brokers: [logBroker()],
}
const saved = (run: ReturnType<typeof play>) => rowsOf(run, 'shop', 'orders').length
const published = (run: ReturnType<typeof play>) => rowsOf(run, 'log', 'orders').length

describe('a crash', () => {
  const crash = { do: 'crash', restartAfterMs: 50 }
  const cases = [
    ['shop/before_commit(save)', 0, 0, ['0 shop: started', '62 shop: started']],
    ['shop/after_commit(save)', 1, 0, ['0 shop: started', '62 shop: started']],
    ['shop/before_send(Placed)', 1, 0, ['0 shop: started', '12 shop: saved', '62 shop: started']],
    ['shop/after_send(Placed)', 1, 1, ['0 shop: started', '12 shop: saved', '62 shop: started']],
    ['shop/after_confirm(Placed)', 1, 1, ['0 shop: started', '12 shop: saved', '73 shop: started']],
  ] as const

  it.each(cases)('at %s leaves %i rows and %i records', (point, rows, records, told) => {
    const run = play(shop, [atPoint(point, crash)])
    expect([saved(run), published(run)]).toEqual([rows, records])
    expect(notes(run)).toEqual(told)
    expect(run.faults).toMatchObject([{ applied: true }])
  })

  it('forgets the confirm that comes for the old process', () => {
    const run = play(shop, [at(15, { ...crash, service: 'shop', restartAfterMs: 1 })])
    expect(eventsOf(run, 'messageLost').map(({ reason }) => reason)).toEqual(['forgotten'])
  })

  it('by a message strikes when that has left', () => {
    const run = play(shop, [{ at: { message: 'Placed shop>log' }, do: 'crash', restartAfterMs: 5 }])
    expect(published(run)).toBe(1)
    expect(notes(run).at(-1)).toBe('17 shop: started')
  })

  it('forgets sleeps; a timer on disk fires when it is due, or at the restart when it was due before', () => {
    const sleeper: System = {
      services: [
        service('shop', {
          handlers: {
            *Remind({ data }) {
              yield* note(`reminded of ${data}`)
            },
          },
          once: [
            {
              label: 'go',
              atMs: 0,
              *run() {
                yield* setTimer('Remind', { id: 'late', ms: 100, data: 'late' })
                yield* setTimer('Remind', { id: 'soon', ms: 20, data: 'soon' })
                yield* setTimer('Remind', { id: 'never', ms: 30 })
                yield* cancelTimer('Remind', 'never')
                yield* sleep('wait', 15)
                yield* note('slept')
              },
            },
          ],
        }),
      ],
    }
    expect(notes(play(sleeper))).toEqual([
      '15 shop: slept',
      '24 shop: reminded of soon',
      '104 shop: reminded of late',
    ])
    const run = play(sleeper, [at(10, { do: 'crash', service: 'shop', restartAfterMs: 40 })])
    expect(notes(run)).toEqual(['54 shop: reminded of soon', '104 shop: reminded of late'])
    expect(timesOf(run, 'timerFired')).toEqual([50, 100])
  })

  it('keeps a timer until its handler has ended well: it fires again after one that died or failed', () => {
    const saver: System = {
      services: [
        service('shop', {
          database: tables({ reminders: { key: 'id' } }),
          handlers: {
            *Remind({ id }) {
              yield* transaction('save reminder', (tx) => {
                tx.insert('reminders', { id })
              })
            },
          },
          once: [{ label: 'go', atMs: 0, run: () => setTimer('Remind', { id: 'r1', ms: 20 }) }],
        }),
      ],
    }
    const point = 'shop/before_commit(save reminder)'
    const fired = (verb: object) => {
      const run = play(saver, [atPoint(point, verb)])
      expect(run.world.rows('shop', 'reminders')).toHaveLength(1)
      return timesOf(run, 'timerFired')
    }
    expect(fired({ do: 'slow', factor: 2 })).toEqual([20])
    expect(fired({ do: 'crash', restartAfterMs: 10 })).toEqual([20, 36])
    expect(fired({ do: 'serialization-failure' })).toEqual([20, 66])
  })

  it('cannot hit who is down already, nor can who is up be started', () => {
    const run = play(shop, [
      at(5, { do: 'restart', service: 'shop' }),
      at(6, { do: 'crash', service: 'shop', restartAfterMs: 20 }),
      at(7, { do: 'crash', service: 'shop' }),
      at(7, { do: 'pause', service: 'shop', forMs: 5 }),
      at(8, { do: 'crash', service: 'nobody' }),
      at(8, { do: 'crash' }),
    ])
    expect(run.faults.map(({ why }) => why)).toEqual([
      'Shop was up already.',
      undefined,
      'Shop was already down.',
      'Shop was already down.',
      'There is no service nobody.',
      'The fault names no service.',
    ])
  })
})

describe('a pause', () => {
  const pause = { do: 'pause', forMs: 100 }

  it.each([
    ['shop/before_commit(save)', '112 shop: saved', '123 shop: confirmed'],
    ['shop/after_commit(save)', '112 shop: saved', '123 shop: confirmed'],
    ['shop/before_send(Placed)', '12 shop: saved', '123 shop: confirmed'],
    ['shop/after_send(Placed)', '12 shop: saved', '112 shop: confirmed'],
    ['shop/after_confirm(Placed)', '12 shop: saved', '123 shop: confirmed'],
  ])('at %s forgets nothing', (point, ...told) => {
    const run = play(shop, [atPoint(point, pause)])
    expect(notes(run).slice(1)).toEqual(told)
    expect([saved(run), published(run), run.ended]).toEqual([1, 1, 'quiet'])
  })

  it('in the middle of a transaction holds its commit and its locks', () => {
    const run = play(shop, [at(11, { ...pause, service: 'shop' })])
    expect(timesOf(run, 'transactionCommitted')).toEqual([111])
  })

  const server: System = {
    services: [
      client('user', 10, function* () {
        const answer = yield* call('Ask', { to: 'shop', timeoutMs: 300 })
        yield* note(answer.outcome)
      }),
      service('shop', {
        handlers: {
          *Ask() {
            yield* note('asked')
            yield* reply(200)
          },
        },
      }),
    ],
  }

  it('lets messages come to the door, and handles them afterwards', () => {
    const run = play(server, [at(12, { ...pause, service: 'shop' })])
    expect(timesOf(run, 'messageArrived', { service: 'shop' })).toEqual([15])
    expect(timesOf(run, 'handlerStarted', { service: 'shop' })).toEqual([112])
    expect(notes(run)).toEqual(['116 shop: asked', '121 user: answered'])
  })

  it('then a crash loses what lay at the door, and the caller its connection', () => {
    const run = play(server, [
      at(12, { ...pause, service: 'shop' }),
      at(40, { do: 'crash', service: 'shop', restartAfterMs: 5 }),
    ])
    expect(notes(run)).toEqual(['45 user: unknown'])
  })

  it('of a caller: whichever came first, the answer or the timeout, is what it finds', () => {
    const patient = play(server, [at(12, { ...pause, service: 'user' })])
    expect(notes(patient)).toEqual(['19 shop: asked', '112 user: answered'])
    const late = play(server, [
      at(12, { do: 'pause', service: 'user', forMs: 400 }),
      at(13, { do: 'pause', service: 'shop', forMs: 350 }),
    ])
    expect(notes(late)).toEqual(['367 shop: asked', '412 user: unknown'])
  })

  it('does not stop the clocks, so a lease ends unnoticed', () => {
    const holder: System = {
      services: [
        client('owner', 5, function* () {
          const until = (yield* wallClock()) + 50
          if ((yield* wallClock()) < until) yield* work('think', 10)
          yield* note(`${(yield* wallClock()) - until} ms after the end of the lease`)
        }),
      ],
    }
    const run = play(holder, [at(6, { ...pause, service: 'owner' })])
    expect(notes(run)).toEqual(['106 owner: 51 ms after the end of the lease'])
  })

  it('is as long as the longest of several', () => {
    const run = play(shop, [
      at(11, { do: 'pause', service: 'shop', forMs: 60 }),
      at(12, { do: 'pause', service: 'shop', forMs: 20 }),
    ])
    expect(timesOf(run, 'resumed')).toEqual([71])
  })
})

describe('a slow process', () => {
  it('takes a multiple of every duration, and a millisecond for what took none', () => {
    const run = play(shop, [at(0, { do: 'slow', service: 'shop', factor: 10 })])
    expect(timesOf(run, 'transactionCommitted')).toEqual([30])
    expect(timesOf(run, 'messageSent', { service: 'shop' })).toEqual([40])
  })

  it('is quick again after a while, unless another slowness came', () => {
    const run = play(shop, [
      at(0, { do: 'slow', service: 'shop', factor: 10, forMs: 5 }),
      at(2, { do: 'slow', service: 'shop', factor: 3, forMs: 500 }),
    ])
    expect(eventsOf(run, 'slowed').map(({ timeUs, factor }) => [timeUs / 1000, factor])).toEqual([
      [0, 10],
      [2, 3],
      [502, 1],
    ])
  })
})

describe('a clock', () => {
  const watch: System = {
    services: [
      service('shop', {
        clockSkewMs: 7,
        once: [10, 20].map((atMs) => ({ label: `look at ${atMs}`, atMs, run: look })),
      }),
    ],
  }
  function* look(): Operation<void> {
    yield* note(`${yield* wallClock()} ${yield* monotonicClock()}`)
  }

  it('is off by its skew; a jump moves it, a skew sets it; the monotonic one only knows the start', () => {
    expect(notes(play(watch))).toEqual(['10 shop: 17 10', '20 shop: 27 20'])
    const jump = play(watch, [at(15, { do: 'clock-jump', service: 'shop', byMs: -30 })])
    expect(notes(jump)[1]).toBe('20 shop: -3 20')
    const skew = play(watch, [at(15, { do: 'clock-skew', service: 'shop', byMs: 100 })])
    expect(notes(skew)[1]).toBe('20 shop: 120 20')
    const restarted = play(watch, [at(12, { do: 'crash', service: 'shop', restartAfterMs: 3 })])
    expect(notes(restarted)[1]).toBe('20 shop: 27 5')
  })
})

describe('a fault by time', () => {
  it('comes after everything else of that moment', () => {
    const run = play(shop, [at(12, { do: 'crash', service: 'shop', restartAfterMs: 5 })])
    expect(saved(run)).toBe(1)
    expect(published(run)).toBe(1)
  })

  it('happens in the last moment of a run, and not after it', () => {
    const last = play(shop).endUs / 1000
    const crash = { do: 'crash', service: 'shop', restartAfterMs: 5 }
    expect(play(shop, [at(last, crash)]).faults[0]?.applied).toBe(true)
    expect(play(shop, [at(last + 1, crash)]).faults[0]?.why).toBe(
      'The run ended at 23.0 ms, before 24 ms.',
    )
  })
})

describe('a fault that cannot happen', () => {
  it.each([
    [
      { at: { point: 'shop/before_commit(pay)' }, do: 'crash' },
      'This run never passed shop/before_commit(pay).',
    ],
    [
      { at: { point: 'shop/after_commit(save)', nth: 2 }, do: 'crash' },
      'This run passed shop/after_commit(save) once, so there is no 2nd time.',
    ],
    [
      { at: { message: 'Placed shop>log', nth: 13 }, do: 'drop' },
      'This run sent Placed shop>log once, so there is no 13th time.',
    ],
    [{ at: { timeMs: 3 }, do: 'drop' }, 'This needs a message: name one as the moment.'],
    [
      { at: { message: 'Placed shop>log' }, do: 'redeliver' },
      'This needs a message on its way from a broker to a consumer.',
    ],
    [
      { at: { message: 'Placed shop>log' }, do: 'unroutable' },
      'This needs a message that is published to a queue broker.',
    ],
    [
      { at: { message: 'Placed confirm log>shop' }, do: 'drop-reply' },
      'Nobody waits for an answer to this message.',
    ],
    [{ at: { timeMs: 3 }, do: 'serialization-failure' }, 'This needs a moment before a commit.'],
    [
      { at: { timeMs: 3 }, do: 'partition', a: ['shop'], b: ['mars'] },
      'There is nothing called mars.',
    ],
    [{ at: { timeMs: 3 }, do: 'rebalance', group: 'g' }, 'Log has no group g.'],
    [{ at: { timeMs: 3 }, do: 'clock-jump', byMs: 1 }, 'The fault names no service.'],
    [{ at: { timeMs: 3 }, do: 'pause', service: 'log', forMs: 1 }, 'There is no service log.'],
    [{ at: { message: 'Placed shop>log' }, do: 'double-click', times: 2, spacingMs: 1 }, undefined],
  ])('is reported: %j', (fault, why) => {
    expect(play(shop, [fault as Fault]).faults[0]?.why).toBe(why)
  })

  it('cuts what there is, and leaves out what only another variant has', () => {
    const cut: Fault = { at: { timeMs: 3 }, do: 'partition', a: ['shop', 'mars'], b: ['log'] }
    const run = play(shop, [cut])
    expect(run.faults[0]).toMatchObject({ applied: true })
    expect(published(run)).toBe(0)
  })

  it('is left out when it is off', () => {
    expect(
      play(shop, [{ at: { timeMs: 1 }, do: 'crash', service: 'shop', off: true }]).faults,
    ).toEqual([])
  })
})

describe('a mistake in a system', () => {
  const broken = (rest: object) => ({ services: [service('a', rest)] })
  it.each([
    [{ services: [service('a'), service('a')] }, 'two parts of the system are called a'],
    [broken({ database: { of: 'b' } }), 'a works on the database of b, which has none'],
    [broken({ subscriptions: [{ broker: 'log', source: 'x' }] }), 'a subscribes to x of log'],
    [
      broken({ once: [{ label: 'go', atMs: 0, run: () => send('Hi', { to: 'b' }) }] }),
      'a sends Hi to b, which does not exist',
    ],
    [
      broken({ once: [{ label: 'go', atMs: 0, run: () => send('Hi', { to: 'a' }) }] }),
      'a has no handler for Hi',
    ],
    [
      broken({
        database: orders,
        once: [{ label: 'go', atMs: 0, run: () => transaction('save', (tx) => tx.find('none')) }],
      }),
      'a, handler go, at step “save”: the database of a has no table none',
    ],
    [
      broken({
        once: [
          {
            label: 'go',
            atMs: 0,
            *run() {
              yield* note('hm')
              throw new Error('oops')
            },
          },
        ],
      }),
      'a, handler go, at step “hm”: oops',
    ],
  ])('is told with its place', (system, message) => {
    expect(() => play(system as System)).toThrow(message)
  })
})
