import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryScenario } from '../testing/arbitraryScenario'
import { sampleLesson } from '../testing/sampleRun'
import { decodeFile, encodeFile } from './file'

const known = [sampleLesson]
const run = {
  v: 1,
  lesson: sampleLesson.id,
  variant: 'outbox-inbox',
  params: { orders: 5 },
  title: 'Five orders',
} as const

function errorOf(text: string): string {
  const result = decodeFile(text, known)
  return result.ok ? 'opened' : result.error
}

describe('a file', () => {
  it('is JSON for people', () => {
    expect(encodeFile({ ...run, seed: 1 }, sampleLesson)).toBe(
      '{\n  "v": 1,\n  "lesson": "transactional-outbox",\n  "variant": "outbox-inbox",\n  "params": {\n    "orders": 5\n  },\n  "title": "Five orders"\n}\n',
    )
  })

  it('gives back every document exactly', () => {
    expect(decodeFile(encodeFile(run), known)).toEqual({ ok: true, value: run })
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        expect(JSON.parse(encodeFile(scenario))).toEqual(scenario)
      }),
    )
  })

  it.each([
    ['This file is not JSON: choose one that Faultline saved, or repair it.', '{"v":1,'],
    [
      'This file is too large for a scenario: choose one that Faultline saved.',
      ' '.repeat(1_000_001),
    ],
    ['A scenario must be an object, not a list.', '[]'],
    ['“sead” is unknown here; did you mean “seed”?', '{"v":1,"lesson":"saga","sead":1}'],
    ['There is no lesson “saga”; there is transactional-outbox.', '{"v":1,"lesson":"saga"}'],
    [
      '“orders” must be a whole number from 1 to 8 orders, not 80.',
      '{"v":1,"lesson":"transactional-outbox","params":{"orders":80}}',
    ],
  ])('says: %s', (sentence, text) => {
    expect(errorOf(text)).toBe(sentence)
  })

  it('survives the deepest nesting', () => {
    expect(errorOf('['.repeat(900_000))).toMatch(/^This file is not JSON/)
    expect(errorOf(`${'['.repeat(400_000)}${']'.repeat(400_000)}`)).toMatch(
      /^(?:A scenario must|This file)/,
    )
  })
})
