import { describe, expect, test } from 'vitest'
import { read, send, simulate, sleep, transaction } from '../engine'
import type { Fault, Message, System } from '../engine'
import { windowTrack } from './windows'

const spec = { from: 'api/after_read(look up)', to: 'api/after_commit(save)' }

/** Two processes of one program that looks, thinks for 10 ms and saves what it has not found. */
function payments(atMs: readonly number[]): System {
  const handlers = {
    *Pay(request: Message) {
      yield* read('look up', (rows) => rows.get('charges', request.key))
      yield* sleep('think', 10)
      yield* transaction('save', (tx) => tx.insert('charges', { id: request.id }))
    },
  }
  const once = atMs.map((time, place) => ({
    label: `press ${place}`,
    atMs: time,
    *run() {
      yield* send('Pay', { to: place % 2 === 0 ? 'api' : 'api-2', key: '1' })
    },
  }))
  return {
    services: [
      { id: 'user', title: 'User', once },
      {
        id: 'api',
        title: 'Api',
        database: { title: 'p', tables: { charges: { key: 'id' } } },
        handlers,
      },
      { id: 'api-2', title: 'Api 2', instanceOf: 'api', database: { of: 'api' }, handlers },
    ],
  }
}

function track(atMs: readonly number[], faults: readonly Fault[] = []) {
  const system = payments(atMs)
  const run = simulate(system, { seed: 1, faults })
  return windowTrack(run.trace, system, run.endUs, spec)
}

describe('a window', () => {
  test('is open from one point of a handler to the other', () => {
    const { windows, overlaps } = track([0, 100])
    expect(windows.map(({ service, fromUs, toUs }) => [service, toUs - fromUs])).toEqual([
      ['api', 12_000],
      ['api-2', 12_000],
    ])
    expect(windows.map((window) => window.track)).toEqual([0, 0])
    expect(overlaps).toEqual([])
  })

  test('overlaps where two handlers are in it at once', () => {
    const { windows, overlaps } = track([0, 4, 8])
    expect(windows.map((window) => window.track)).toEqual([0, 1, 2])
    const [first, , third] = windows
    expect(overlaps).toEqual([{ fromUs: windows[1]?.fromUs, toUs: windows[1]?.toUs, most: 3 }])
    expect(third?.fromUs).toBeLessThan(first?.toUs ?? 0)
  })

  test('does not overlap with one that opens as it closes', () => {
    expect(track([0, 12]).overlaps).toEqual([])
  })

  test('is closed by a crash', () => {
    const { windows } = track([0], [{ at: { timeMs: 15 }, do: 'crash', service: 'api' }])
    expect(windows.map(({ toUs }) => toUs)).toEqual([15_000])
  })
})
