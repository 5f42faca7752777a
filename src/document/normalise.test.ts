import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryScenario } from '../testing/arbitraryScenario'
import { sampleLesson } from '../testing/sampleRun'
import { effective } from './effective'
import { normalise } from './normalise'
import { parseScenario } from './parse'

const lesson = sampleLesson.id

describe('normalise', () => {
  it('keeps only what differs from the defaults', () => {
    const scenario = {
      v: 1,
      lesson,
      variant: 'outbox',
      params: { orders: 3 },
      seed: 1,
      faults: [],
      cursorMs: 0,
      title: '',
    } as const
    expect(normalise(scenario, sampleLesson)).toEqual({ v: 1, lesson })
  })

  it('writes what is left in one order', () => {
    const scenario = {
      title: 'A dying relay',
      digest: '0123456789abcdef',
      compare: 'outbox',
      cursorMs: 12.00049,
      faults: [
        {
          off: false,
          restartAfterMs: 100,
          do: 'crash',
          service: 'relay',
          at: { nth: 1, point: 'relay/after_confirm(OrderPlaced)' },
        },
      ],
      seed: 2,
      params: { zeta: 1, orders: 5 },
      variant: 'outbox-inbox',
      lesson,
      v: 1,
    } as const
    expect(JSON.stringify(normalise(scenario, sampleLesson))).toBe(
      '{"v":1,"lesson":"transactional-outbox","variant":"outbox-inbox","params":{"orders":5,"zeta":1},"seed":2,' +
        '"faults":[{"at":{"point":"relay/after_confirm(OrderPlaced)"},"do":"crash","service":"relay","restartAfterMs":100}],' +
        '"cursorMs":12,"compare":"outbox","digest":"0123456789abcdef","title":"A dying relay"}',
    )
  })

  it('never changes the run, is valid, and is done once', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const once = normalise(scenario, sampleLesson)
        expect(parseScenario(once)).toEqual({ ok: true, value: once })
        expect(JSON.stringify(normalise(once, sampleLesson))).toBe(JSON.stringify(once))
        const before = effective(scenario, sampleLesson)
        const after = effective(once, sampleLesson)
        expect(after.params).toEqual(before.params)
        expect([after.seed, after.variant, after.faults.length]).toEqual([
          before.seed,
          before.variant,
          before.faults.length,
        ])
      }),
      { numRuns: 1000 },
    )
  })
})
