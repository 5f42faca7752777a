import { describe, expect, test } from 'vitest'
import { canonicalLine } from '../engine'
import { brokenChecks, playPreset } from '../testing/lessonRuns'
import { lessons } from './all'

describe.each(lessons)('$id', (lesson) => {
  test.each(lesson.presets)('preset $id ends as it always has', async (preset) => {
    const lines = [preset.variant, preset.against].flatMap((variant) => {
      const played = playPreset(lesson, preset, variant)
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
      expect(brokenChecks(playPreset(lesson, preset, preset.against))).toEqual([])
    },
  )

  test.each(lesson.presets)('every fault of preset $id happens in its own variant', (preset) => {
    expect(playPreset(lesson, preset).faults.filter(({ applied }) => !applied)).toEqual([])
  })

  test.each(lesson.variants.filter(({ correct }) => !correct))(
    'naive variant $id is broken by a preset',
    (variant) => {
      const own = lesson.presets.filter((preset) => preset.variant === variant.id)
      expect(own.flatMap((preset) => brokenChecks(playPreset(lesson, preset)))).not.toEqual([])
    },
  )
})
