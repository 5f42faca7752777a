import { describe, expect, it } from 'vitest'
import { parseScenario } from './parse'
import { expectation, fits } from './fields'
import { isVerb, verbFields, verbNames } from './verbs'

describe('the table of verbs', () => {
  it('gives a form all it needs: name, title, range and unit', () => {
    expect(verbFields('slow')).toEqual([
      { name: 'service', kind: 'name', title: 'Service', of: 'service', optional: true },
      {
        name: 'factor',
        kind: 'number',
        title: 'Times slower',
        min: 1,
        max: 1000,
        step: 0.001,
        unit: '×',
        optional: false,
      },
      {
        name: 'forMs',
        kind: 'number',
        title: 'For',
        min: 0,
        max: 3_600_000,
        step: 0.001,
        unit: 'ms',
        optional: true,
      },
    ])
  })

  it('knows its verbs and nothing that objects have by nature', () => {
    expect(isVerb('drop-reply')).toBe(true)
    expect(['toString', '__proto__', '', 7, undefined].some(isVerb)).toBe(false)
  })

  it.each(verbNames)(
    'lets %s do without its optional fields and not without the others',
    (verb) => {
      const fields = verbFields(verb)
      const samples = fields
        .filter(({ optional }) => !optional)
        .map((field) => [
          field.name,
          field.kind === 'number' ? field.max : field.kind === 'names' ? ['a'] : 'a',
        ])
      const accepts = (own: unknown[][]) =>
        parseScenario({
          v: 1,
          lesson: 'saga',
          faults: [{ at: { timeMs: 1 }, do: verb, ...Object.fromEntries(own) }],
        }).ok
      expect(accepts(samples)).toBe(true)
      for (const missing of samples)
        expect(accepts(samples.filter((sample) => sample !== missing))).toBe(false)
    },
  )
})

describe('fits', () => {
  const factor = verbFields('slow').find(({ name }) => name === 'factor')
  const copies = verbFields('duplicate').find(({ name }) => name === 'copies')

  it('keeps numbers in their range and on their grid', () => {
    if (factor === undefined || copies === undefined) throw new Error('A field has gone.')
    expect([1, 1.5, 2.125, 1000].every((value) => fits(factor, value))).toBe(true)
    expect(
      [0.999, 1.0001, 1000.001, NaN, Infinity, '2', null].some((value) => fits(factor, value)),
    ).toBe(false)
    expect(fits(copies, 1.5)).toBe(false)
    expect(expectation(factor)).toBe('a number from 1 to 1000 × with at most 3 decimals')
    expect(expectation(copies)).toBe('a whole number from 1 to 100')
  })
})
