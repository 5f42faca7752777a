import { describe, expect, it } from 'vitest'
import type { Answer, Fault, Message, Operation, Service, System } from './index'
import { call, note, reply, send, transaction, work } from './index'
import { client, eventsOf, losses, notes, play, service, tables, timesOf } from '../testing/systems'

function* tell(answer: Answer): Operation<void> {
  yield* note(answer.outcome === 'answered' ? `answered ${answer.status}` : answer.outcome)
}

function* pay(options: Parameters<typeof call>[1] = { to: 'bank' }): Operation<void> {
  yield* tell(yield* call('Pay', { key: 'order-1', ...options }))
}

function bankThat(handle: (request: Message) => Operation<unknown>, run = () => pay()): System {
  return { services: [client('shop', 10, run), service('bank', { handlers: { Pay: handle } })] }
}

const bank = bankThat(function* () {
  yield* note('charged')
  yield* reply(201)
})

const request = 'Pay shop>bank'
const onRequest = (fault: object) => [{ at: { message: request }, ...fault }] as Fault[]
const atMs = (timeMs: number, fault: object) => ({ at: { timeMs }, ...fault }) as Fault

describe('a call', () => {
  it('takes a hop, the handler time and a hop', () => {
    expect(notes(play(bank))).toEqual(['19 bank: charged', '24 shop: answered 201'])
  })

  it('is answered 204 by a handler that does not reply, and 500 by one that fails', () => {
    const silent = bankThat(function* () {
      yield* note('nothing to say')
    })
    expect(notes(play(silent)).at(-1)).toBe('24 shop: answered 204')
    const failing = bankThat(function* () {
      yield* transaction('charge', (tx) => tx.insert('charges', { id: 1 }))
    })
    const [shop, ...rest] = failing.services
    const database = tables({ charges: { key: 'id', rows: [{ id: 1 }] } })
    const services = [shop as Service, ...rest.map((other) => ({ ...other, database }))]
    expect(notes(play({ services }))).toEqual(['24 shop: answered 500'])
  })

  it('is refused when nobody listens, so that it surely was not executed', () => {
    const run = play(bank, [atMs(0, { do: 'crash', service: 'bank' })])
    expect(notes(run)).toEqual(['20 shop: refused'])
    expect(losses(run)).toEqual(['15 Pay shop>bank: down'])
  })

  it('is unknown when the request is lost', () => {
    const run = play(bank, onRequest({ do: 'drop' }))
    expect(notes(run)).toEqual(['110 shop: unknown'])
    expect(losses(run)).toEqual(['12.5 Pay shop>bank: dropped'])
  })

  it('is unknown when only the answer is lost, although the work was done', () => {
    const run = play(bank, onRequest({ do: 'drop-reply' }))
    expect(notes(run)).toEqual(['19 bank: charged', '110 shop: unknown'])
    expect(losses(run)).toEqual(['21.5 Pay reply bank>shop: dropped'])
  })

  it('is unknown one hop after the server died over it', () => {
    const crash = { at: { point: 'bank/before_reply(Pay)' }, do: 'crash', restartAfterMs: 50 }
    const run = play(bank, [crash as Fault])
    expect(notes(run)).toEqual(['19 bank: charged', '24 shop: unknown'])
  })

  it('goes on at the server after the client has given up, and the late answer is forgotten', () => {
    const slow = bankThat(function* () {
      yield* work('charge', 150)
      yield* note('charged')
      yield* reply(201)
    })
    const run = play(slow)
    expect(notes(run)).toEqual(['110 shop: unknown', '169 bank: charged'])
    expect(losses(run)).toEqual(['174 Pay reply bank>shop: forgotten'])
  })

  it('is served twice when the network doubles the request, and answered once', () => {
    const run = play(bank, onRequest({ do: 'duplicate' }))
    expect(notes(run)).toEqual(['19 bank: charged', '20 bank: charged', '24 shop: answered 201'])
    expect(losses(run)).toEqual(['25 Pay reply bank>shop: forgotten'])
    expect(eventsOf(run, 'messageSent', { name: request }).map(({ copyOf }) => copyOf)).toEqual([
      -1, 0,
    ])
  })

  it('comes later when it is delayed', () => {
    expect(notes(play(bank, onRequest({ do: 'delay', byMs: 7.5 })))[0]).toBe('26.5 bank: charged')
  })

  it('dies with a client that crashes while it waits; the server does not notice', () => {
    const run = play(bank, [atMs(17, { do: 'crash', service: 'shop', restartAfterMs: 1 })])
    expect(notes(run)).toEqual(['19 bank: charged'])
    expect(losses(run)).toEqual(['24 Pay reply bank>shop: forgotten'])
  })

  it('may overtake another of the same client', () => {
    const twice = bankThat(
      function* ({ key }) {
        yield* note(key)
      },
      function* () {
        yield* send('Pay', { to: 'bank', key: 'first' })
        yield* send('Pay', { to: 'bank', key: 'second' })
      },
    )
    expect(notes(play(twice, onRequest({ do: 'reorder' })))).toEqual([
      '19 bank: second',
      '19.001 bank: first',
    ])
  })
})

describe('a retrying client', () => {
  const patient = bankThat(
    function* ({ id }) {
      yield* note(`charged ${id}`)
      yield* reply(201)
    },
    () => pay({ to: 'bank', retry: { attempts: 3, backoffMs: 50 } }),
  )

  it('repeats with the same id after 50, then 100 ms', () => {
    const drops = [1, 2].map((nth) => ({ at: { message: request, nth }, do: 'drop' }) as Fault)
    const run = play(patient, drops)
    expect(timesOf(run, 'messageSent', { name: request })).toEqual([10, 160, 360])
    expect(notes(run)).toEqual(['369 bank: charged shop-1', '374 shop: answered 201'])
    expect(eventsOf(run, 'messageSent', { name: request }).map(({ again }) => again)).toEqual([
      false,
      true,
      true,
    ])
  })

  it('tells the handler when the last attempt has failed', () => {
    const drops = [1, 2, 3].map((nth) => ({ at: { message: request, nth }, do: 'drop' }) as Fault)
    expect(notes(play(patient, drops))).toEqual(['460 shop: unknown'])
  })

  it('executes twice when the first answer came too late for it', () => {
    const run = play(patient, onRequest({ do: 'drop-reply' }))
    expect(notes(run)).toEqual([
      '19 bank: charged shop-1',
      '169 bank: charged shop-1',
      '174 shop: answered 201',
    ])
  })

  it('takes 503 for «not now» and any other status for an answer', () => {
    const busy = bankThat(
      function* () {
        yield* reply(503)
      },
      () => pay({ to: 'bank', retry: { attempts: 2, backoffMs: 50 } }),
    )
    const run = play(busy)
    expect(timesOf(run, 'messageSent', { name: request })).toEqual([10, 74])
    expect(notes(run)).toEqual(['88 shop: answered 503'])
  })

  it('sends another id every time when it makes a new key per attempt', () => {
    const fault = atMs(0, {
      do: 'client-retry',
      service: 'shop',
      attempts: 2,
      backoffMs: 20,
      newKeyPerAttempt: true,
    })
    const run = play(bank, [fault, ...onRequest({ do: 'drop-reply' })])
    expect(eventsOf(run, 'messageSent', { name: request }).map(({ id }) => id)).toEqual([
      'shop-1',
      'shop-1-try2',
    ])
  })

  it('gives up sooner when a fault says so', () => {
    const run = play(bank, [atMs(0, { do: 'client-timeout', service: 'shop', ms: 8 })])
    expect(notes(run)[0]).toBe('18 shop: unknown')
  })

  it('is where a fault on the client library happens, and nowhere else', () => {
    const sooner = { do: 'client-timeout', ms: 8 }
    const run = play(bank, [
      atMs(0, { ...sooner, service: 'shop' }),
      atMs(0, { ...sooner, service: 'bank' }),
      atMs(11, { do: 'client-retry', service: 'shop', attempts: 2, backoffMs: 5 }),
    ])
    expect(run.faults).toMatchObject([
      { applied: true, timeUs: 10_000 },
      { applied: false, why: 'Bank called nobody after that.' },
      { applied: true, timeUs: 18_000 },
    ])
    expect(timesOf(run, 'messageSent', { name: request })).toEqual([10, 23])
  })

  it('clicks again when a finger does', () => {
    const run = play(bank, onRequest({ do: 'double-click', times: 3, spacingMs: 1 }))
    expect(timesOf(run, 'messageSent', { name: request })).toEqual([10, 11, 12])
    expect(notes(run).filter((text) => text.endsWith('charged'))).toHaveLength(3)
  })
})

describe('a link', () => {
  it('loses what is on it when it is cut, also what left before', () => {
    const run = play(bank, [atMs(12, { do: 'partition', a: ['shop'], b: ['bank'], forMs: 10 })])
    expect(losses(run)).toEqual(['15 Pay shop>bank: cut'])
    expect(notes(run)).toEqual(['110 shop: unknown'])
    expect(eventsOf(run, 'linkChanged').map(({ timeUs, cut }) => [timeUs / 1000, cut])).toEqual([
      [12, true],
      [12, true],
      [22, false],
      [22, false],
    ])
  })

  it('lets the request through and not the answer when it is cut one way', () => {
    const run = play(bank, [atMs(0, { do: 'oneway', from: 'bank', to: 'shop' })])
    expect(notes(run)).toEqual(['19 bank: charged', '110 shop: unknown'])
  })

  it('does not carry the reset of a dead server when it is cut', () => {
    const run = play(bank, [
      atMs(16, { do: 'oneway', from: 'bank', to: 'shop' }),
      atMs(17, { do: 'crash', service: 'bank', restartAfterMs: 5 }),
    ])
    expect(notes(run)).toEqual(['110 shop: unknown'])
  })

  it('is slower for a while', () => {
    const run = play(bank, [
      atMs(0, { do: 'link-delay', from: 'shop', to: 'bank', byMs: 30, forMs: 20 }),
    ])
    expect(notes(run)).toEqual(['49 bank: charged', '54 shop: answered 201'])
  })

  it('loses everything at a thousand per mille', () => {
    const run = play(bank, [atMs(0, { do: 'link-loss', from: 'shop', to: 'bank', perMille: 1000 })])
    expect(losses(run)).toEqual(['12.5 Pay shop>bank: dropped'])
  })

  it('lets a held message go after a second when nothing overtakes it', () => {
    const run = play(bank, onRequest({ do: 'reorder' }))
    expect(notes(run)).toEqual(['110 shop: unknown', '1014 bank: charged'])
    expect(run.ended).toBe('quiet')
  })

  it('lets two held messages go together behind the third', () => {
    const thrice = bankThat(
      function* ({ key }) {
        yield* note(key)
      },
      function* () {
        for (const key of ['a', 'b', 'c']) yield* send('Pay', { to: 'bank', key })
      },
    )
    const holds = [1, 2].map((nth) => ({ at: { message: request, nth }, do: 'reorder' }) as Fault)
    expect(notes(play(thrice, holds))).toEqual(['19 bank: c', '19.001 bank: a', '19.001 bank: b'])
  })
})
