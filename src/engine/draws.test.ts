import { describe, expect, it } from 'vitest'
import type { Fault, System } from './index'
import { newId, note, send, sleep } from './index'
import { Draws } from './draws'
import { client, eventsOf, play, service } from '../testing/systems'

describe('a draw', () => {
  it('has the values it always had', () => {
    const draws = new Draws(42)
    const ask = (purpose: string) => Array.from({ length: 6 }, () => draws.below(purpose, 1000))
    expect(ask('latency')).toEqual([353, 690, 192, 858, 823, 515])
    expect(ask('loss')).toEqual([447, 898, 836, 181, 794, 217])
    expect(Array.from({ length: 6 }, () => draws.tail(draws.purpose('tail'), '', 1000))).toEqual([
      409, 1297, 217, 1717, 1808, 920,
    ])
  })

  it('depends on its purpose and on how often that was asked, not on other purposes', () => {
    const alone = new Draws(7)
    const among = new Draws(7)
    for (let i = 0; i < 50; i++) {
      among.below('other', 10)
      expect(among.below('mine', 1000)).toBe(alone.below('mine', 1000))
    }
  })

  it('is spread evenly, and its long tail has the mean it is given', () => {
    const draws = new Draws(1)
    const drawn = Array.from({ length: 10_000 }, () => draws.below('even', 10))
    const counts = [...new Set(drawn)].map((n) => drawn.filter((other) => other === n).length)
    expect(counts).toHaveLength(10)
    expect(Math.min(...counts)).toBeGreaterThan(900)
    expect(Math.max(...counts)).toBeLessThan(1100)
    let sum = 0
    for (let i = 0; i < 10_000; i++) sum += draws.tail(draws.purpose('tail'), '', 1000)
    expect(Math.abs(sum / 10_000 - 1000)).toBeLessThan(40)
  })
})

describe('the weather of a run', () => {
  const jitter = { shape: 'tail', spreadMs: 20 } as const
  const windy: System = {
    services: [
      ...['a', 'b'].map((id) =>
        client(id, 0, function* () {
          for (let i = 0; i < 20; i++) {
            yield* send('Ping', { to: 'server', key: yield* newId(id) })
            yield* sleep('wait', 10)
          }
        }),
      ),
      service('server', {
        handlers: {
          *Ping({ key }) {
            yield* note(key)
          },
        },
      }),
    ],
    links: [
      { from: 'a', to: 'server', jitter, lossPerMille: 200, duplicatePerMille: 100 },
      { from: 'b', to: 'server', jitter: { shape: 'even', spreadMs: 20 }, lossPerMille: 200 },
    ],
  }
  const fateOf = (sender: string, faults: readonly Fault[], seed = 1) => {
    const run = play(windy, faults, { seed })
    const sent = eventsOf(run, 'messageSent', { from: sender })
    const flights = new Map(
      sent.map(({ message, key, copyOf }) => [message, `${key} ${copyOf < 0}`]),
    )
    return run.trace.events.flatMap((event) =>
      (event.kind === 'messageArrived' || event.kind === 'messageLost') &&
      flights.has(event.message)
        ? [`${event.timeUs} ${event.kind} ${flights.get(event.message)}`]
        : [],
    )
  }

  it('loses, doubles and delays some messages, others with another seed', () => {
    const fate = fateOf('a', [])
    expect(fate.some((text) => text.includes('Lost'))).toBe(true)
    expect(fate.some((text) => text.endsWith('false'))).toBe(true)
    expect(fateOf('a', [], 2)).not.toEqual(fate)
  })

  it('is the same for other messages when a fault is added', () => {
    const faults: Fault[] = [
      { at: { message: 'Ping a>server', nth: 3 }, do: 'drop' },
      { at: { message: 'Ping a>server', nth: 5 }, do: 'delay', byMs: 33 },
      { at: { message: 'Ping a>server', nth: 7 }, do: 'duplicate' },
      { at: { timeMs: 95 }, do: 'crash', service: 'a' },
    ]
    expect(fateOf('b', faults)).toEqual(fateOf('b', []))
    const untouched = (text: string) => !/ a-([3578]|\d\d) /.test(text)
    expect(fateOf('a', faults).filter(untouched)).toEqual(fateOf('a', []).filter(untouched))
  })
})
