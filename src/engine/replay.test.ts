import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyFaults } from '../testing/anyFaults'
import { impureSteps } from '../testing/impureSteps'
import { sampleSystems } from '../testing/sampleSystems'
import { client, play } from '../testing/systems'
import type { System } from './index'
import { note, rebuild, simulate, sleep } from './index'

describe('a handler', () => {
  it.each(sampleSystems)('of $name is rebuilt at any step from its inputs alone', ({ system }) => {
    const calm = simulate(system, { seed: 1 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), anyFaults(system, calm), (seed, faults) => {
        const limits = { steps: 1000 }
        expect(impureSteps(simulate(system, { seed, faults, limits, keepInputs: true }))).toEqual(
          [],
        )
      }),
      { numRuns: 40 },
    )
  })

  const napping: System = {
    services: [
      client('a', 0, function* () {
        for (let i = 0; i < 3; i++) {
          yield* note(`nap ${i}`)
          yield* sleep('nap', 10)
        }
      }),
    ],
  }

  it('waits, rebuilt, for what it waited for', () => {
    const [log] = play(napping, [], { keepInputs: true }).handlerLogs
    if (log === undefined) throw new Error('the handler has a log')
    expect(rebuild(log, 0).effect).toBeNull()
    expect(rebuild(log, 3).effect).toEqual({ kind: 'note', label: 'nap 1' })
    expect(rebuild(log).effect).toBeNull()
    expect(log.inputs).toHaveLength(log.effects.length + 1)
  })

  it('leaves no log unless one is wanted', () => {
    expect(play(napping).handlerLogs).toEqual([])
  })

  it('that keeps something to itself is found out', () => {
    let calls = 0
    const impure: System = {
      services: [
        client('a', 0, function* () {
          yield* note(`call ${calls++}`)
        }),
      ],
    }
    expect(impureSteps(play(impure, [], { keepInputs: true }))).toEqual([
      'a, click, step 1: {"kind":"note","label":"call 0"}, rebuilt {"kind":"note","label":"call 1"}',
    ])
  })
})
