import { describe, expect, it } from 'vitest'
import type { Fault, Operation, System } from './index'
import { begin, call, newId, note, publish, reply, send, sleep, transaction } from './index'
import {
  client,
  logBroker,
  notes,
  play,
  rowsOf,
  service,
  tables,
  timesOf,
} from '../testing/systems'

const at = (timeMs: number, fault: object) => ({ at: { timeMs }, ...fault }) as Fault
const poller = (run: () => Operation<unknown>, ms = 50) => [{ label: 'poll', ms, run }]

const outbox = tables({ outbox: { key: 'id', sequence: 'id', indexes: ['sent'] } })

/** A relay that polls the outbox and marks what it has published. */
const relay: System = {
  services: [
    service('shop', {
      database: outbox,
      once: [
        {
          label: 'save',
          atMs: 10,
          run: () => transaction('save', (tx) => tx.insert('outbox', { sent: false })),
        },
      ],
    }),
    service('relay', {
      database: { of: 'shop' },
      every: poller(function* () {
        const tx = yield* begin('poll')
        const [row] = yield* tx.run('next', (open) =>
          open.selectForUpdate('outbox', { where: { sent: false }, limit: 1 }),
        )
        if (row !== undefined) {
          const result = yield* publish('Saved', { topic: 'orders', confirm: true, timeoutMs: 20 })
          if (result === 'confirmed')
            yield* tx.run('mark', (open) =>
              open.update('outbox', Number(row['id']), { sent: true }),
            )
        }
        yield* tx.commit()
      }),
    }),
  ],
  brokers: [logBroker()],
}
const unsent = (run: ReturnType<typeof play>) =>
  rowsOf(run, 'shop', 'outbox').filter((row) => row['sent'] === false).length

describe('a run that polls', () => {
  it('ends when every poll was in vain, at the last thing that mattered', () => {
    const run = play(relay)
    expect([run.ended, run.endUs, unsent(run)]).toEqual(['quiet', 65_000, 0])
    expect(run.trace.events.at(-1)).toMatchObject({ kind: 'ended', quiescent: true })
    expect(Math.max(...run.trace.events.map(({ timeUs }) => timeUs))).toBe(65_000)
  })

  it.each([
    ['a lost message', { at: { message: 'Saved relay>log' }, do: 'drop' }],
    ['a lost confirm', { at: { message: 'Saved relay>log' }, do: 'drop-reply' }],
    [
      'a refused commit',
      { at: { point: 'relay/before_commit(poll)', nth: 2 }, do: 'serialization-failure' },
    ],
    ['a crash', { at: { point: 'relay/after_confirm(Saved)' }, do: 'crash', restartAfterMs: 9 }],
    ['a cut', at(40, { do: 'partition', a: ['relay'], b: ['log'], forMs: 60 })],
    ['a broker that is down for a while', at(40, { do: 'broker-crash', restartAfterMs: 60 })],
    [
      'a database that is down for a while',
      at(52, { do: 'db-unavailable', service: 'shop', forMs: 100 }),
    ],
  ])('tries again after %s', (_, fault) => {
    const run = play(relay, [fault as Fault])
    expect([run.ended, unsent(run), run.faults[0]?.applied]).toEqual(['quiet', 0, true])
  })

  it('is stuck when what it needs stays down, and says so', () => {
    const run = play(relay, [at(40, { do: 'broker-crash' })])
    expect([run.ended, run.quiescent, run.endedWhy]).toEqual([
      'stuck',
      false,
      'Log is down and nothing will start it again.',
    ])
  })

  it('goes on after a fault by time that heals what waits', () => {
    const faults = [at(40, { do: 'broker-crash' }), at(5000, { do: 'restart', service: 'log' })]
    const run = play(relay, faults)
    expect([run.ended, unsent(run)]).toEqual(['quiet', 0])
  })

  it('ends although every poll asks another service', () => {
    const asking: System = {
      services: [
        service('reader', {
          every: poller(function* () {
            yield* call('Any news?', { to: 'feed' })
          }),
        }),
        service('feed', {
          handlers: {
            *'Any news?'() {
              yield* reply(200, [])
            },
          },
        }),
      ],
    }
    const run = play(asking)
    expect([run.ended, timesOf(run, 'messageSent').length]).toEqual(['quiet', 4])
  })

  it('looks again when a row it had to skip is free', () => {
    const workers = (id: string, failing: boolean) =>
      service(id, {
        database: { of: 'shop' },
        every: poller(function* () {
          const tx = yield* begin('take')
          const [row] = yield* tx.run('next', (open) =>
            open.selectForUpdate('outbox', { where: { sent: false }, skipLocked: true, limit: 1 }),
          )
          if (row === undefined) yield* tx.rollback()
          else if (failing) {
            yield* sleep('hang', 200)
            yield* tx.rollback()
            yield* sleep('rest', 1000)
          } else {
            yield* tx.run('mark', (open) =>
              open.update('outbox', Number(row['id']), { sent: true }),
            )
            yield* tx.commit()
          }
        }),
      })
    const [shop] = relay.services
    const services =
      shop === undefined ? [] : [shop, workers('slow', true), workers('quick', false)]
    const run = play({ services })
    expect([run.ended, unsent(run)]).toEqual(['quiet', 0])
  })
})

describe('a run that does not end by itself', () => {
  const pingPong: System = {
    services: [
      client('ping', 0, () => send('Ball', { to: 'pong' })),
      service('pong', {
        handlers: {
          *Ball() {
            yield* send('Ball', { to: 'pong' })
          },
        },
      }),
    ],
  }

  it('is stopped after so many steps, and names who loops', () => {
    const run = play(pingPong, [], { limits: { steps: 100 } })
    expect([run.ended, run.steps]).toEqual(['step limit', 100])
    expect(run.endedWhy).toBe(
      'The run was stopped after 100 steps: it never becomes quiet. Pong did most of it.',
    )
  })

  it('is stopped after so much time', () => {
    const run = play(pingPong, [], { limits: { timeMs: 50 } })
    expect([run.ended, run.endUs <= 50_000]).toEqual(['time limit', true])
  })

  it('is stopped when too much waits', () => {
    const flood: System = {
      services: [
        client('ping', 0, function* () {
          for (;;) {
            yield* send('Ball', { to: 'pong', key: yield* newId('ball') })
            yield* sleep('breathe', 0)
          }
        }),
        service('pong', {
          handlers: {
            *Ball() {
              yield* note('caught')
            },
          },
        }),
      ],
    }
    const run = play(flood, [], { limits: { queue: 50 } })
    expect([run.ended, notes(run)]).toEqual(['queue limit', []])
  })

  it('is bounded by the system unless the caller says otherwise', () => {
    const run = play({ ...pingPong, limits: { steps: 10 } })
    expect(run.steps).toBe(10)
    expect(play({ ...pingPong, limits: { steps: 10 } }, [], { limits: { steps: 20 } }).steps).toBe(
      20,
    )
  })
})
