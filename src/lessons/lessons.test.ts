import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultParams } from '../document/effective'
import { canonicalLine, simulate, type Fault, type Run } from '../engine'
import { survivableFaults } from '../testing/randomFaults'
import type { Lesson, Param, ParamValues, Preset, Variant } from './definition'
import { lessons } from './all'

function run(
  lesson: Lesson,
  variant: Variant,
  params: ParamValues = {},
  faults: readonly Fault[] = [],
  seed = 1,
): Run {
  const system = variant.system({ ...defaultParams(lesson), ...params })
  return simulate(system, { seed, faults, ...(system.limits ? {} : { limits: { steps: 5000 } }) })
}

function play(lesson: Lesson, preset: Preset, variantId = preset.variant): Run {
  const variant = lesson.variants.find(({ id }) => id === variantId) as Variant
  return run(lesson, variant, preset.params, preset.faults, preset.seed)
}

function broken({ checks }: Run): readonly string[] {
  return checks.filter(({ holds }) => !holds).map(({ id }) => id)
}

/** Any parameters, and faults of the kinds that the variant claims to survive. */
function anyDocument(lesson: Lesson, { system: systemOf, survives = {} }: Variant) {
  const pinned = survives.params ?? {}
  const system = systemOf({ ...defaultParams(lesson), ...pinned })
  return fc.record({
    params: anyParams(lesson.params).map((params) => ({ ...params, ...pinned })),
    faults: survivableFaults(system, simulate(system, { seed: 1 }), survives.verbs),
    seed: fc.integer({ min: 0, max: 1000 }),
  })
}

function anyParams(params: readonly Param[]): fc.Arbitrary<ParamValues> {
  const value = ({ min, max, step }: Param) =>
    fc.integer({ min: 0, max: Math.floor((max - min) / step) }).map((n) => min + n * step)
  return fc.record(Object.fromEntries(params.map((param) => [param.id, value(param)])))
}

describe.each(lessons)('$id', (lesson) => {
  test.each(lesson.presets)('preset $id ends as it always has', async (preset) => {
    const lines = [preset.variant, preset.against].flatMap((variant) => {
      const played = play(lesson, preset, variant)
      return [
        `# ${variant} ${played.digest}`,
        ...played.trace.events.flatMap((event) => canonicalLine(event) ?? []),
        '',
      ]
    })
    await expect(lines.join('\n')).toMatchFileSnapshot(`./${lesson.id}/golden/${preset.id}.txt`)
  })

  test.each(lesson.presets)(
    'preset $id breaks nothing in the variant it is played against',
    (preset) => {
      expect(broken(play(lesson, preset, preset.against))).toEqual([])
    },
  )

  test.each(lesson.presets)('every fault of preset $id happens in its own variant', (preset) => {
    expect(play(lesson, preset).faults.filter(({ applied }) => !applied)).toEqual([])
  })

  test.each(lesson.variants.filter(({ correct }) => !correct))(
    'naive variant $id is broken by a preset',
    (variant) => {
      const own = lesson.presets.filter((preset) => preset.variant === variant.id)
      expect(own.flatMap((preset) => broken(play(lesson, preset)))).not.toEqual([])
    },
  )

  test.each(lesson.variants.filter(({ correct }) => correct))(
    'correct variant $id keeps every check, whatever its parameters and what it claims to survive',
    (variant) => {
      fc.assert(
        fc.property(anyDocument(lesson, variant), ({ params, faults, seed }) => {
          const survived = run(lesson, variant, params, faults, seed)
          expect(survived.endedWhy).toBe('')
          expect(broken(survived)).toEqual([])
        }),
        { numRuns: 300 },
      )
    },
  )

  test.each(lesson.variants)(
    'variant $id runs any document, and the same one twice alike',
    (variant) => {
      fc.assert(
        fc.property(anyDocument(lesson, variant), ({ params, faults, seed }) => {
          const once = run(lesson, variant, params, faults, seed)
          expect(run(lesson, variant, params, faults, seed).digest).toBe(once.digest)
          expect(once.ended === 'quiet' ? '' : 'a sentence').toBe(once.endedWhy && 'a sentence')
        }),
        { numRuns: 100 },
      )
    },
  )
})
