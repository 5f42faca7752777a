import fc from 'fast-check'
import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { tripLesson, tripUnderFire } from '../bench/links/tripUnderFire'
import { presetScenario } from '../document/effective'
import type { Scenario } from '../document/scenario'
import { lessons } from '../lessons/all'
import { sampleLesson } from '../testing/sampleRun'
import { decodeLink, encodeLink } from './link'

const base = 'https://faultline.example/'
const known = [sampleLesson]
const lesson = sampleLesson.id
const run: Scenario = {
  v: 1,
  lesson,
  variant: 'outbox-inbox',
  faults: [
    { at: { point: 'relay/after_confirm(OrderPlaced)', nth: 2 }, do: 'crash', restartAfterMs: 100 },
  ],
  cursorMs: 74.125,
  digest: '0f4a7b2c9d3e6581',
}

function errorOf(link: string): string {
  const result = decodeLink(link, known)
  return result.ok ? 'opened' : result.error
}

describe('a link', () => {
  it('carries a run there and back', () => {
    const link = encodeLink(run, sampleLesson, base)
    expect(link).toMatch(/^https:\/\/faultline\.example\/#\/transactional-outbox\?s=1[\w-]+$/)
    expect(decodeLink(link, known)).toEqual({ ok: true, value: run })
    expect(decodeLink(` ${link}\n`, known)).toEqual({ ok: true, value: run })
    expect(decodeLink(link.slice(link.indexOf('#')), known)).toEqual({ ok: true, value: run })
  })

  it('needs no payload for a lesson as it is', () => {
    const plain = { v: 1, lesson, variant: 'outbox', params: { orders: 3 }, seed: 1 } as const
    const link = encodeLink(plain, sampleLesson, base)
    expect(link).toBe('https://faultline.example/#/transactional-outbox')
    expect(decodeLink(link, known)).toEqual({ ok: true, value: { v: 1, lesson } })
  })

  it('writes everything when the lesson is not at hand', () => {
    const plain = { v: 1, lesson, variant: 'outbox', seed: 1 } as const
    expect(decodeLink(encodeLink(plain, undefined, base), known)).toEqual({
      ok: true,
      value: plain,
    })
  })

  it('opens after its lesson gained variants, parameters and presets before the old ones', () => {
    const [variant] = sampleLesson.variants
    const [param] = sampleLesson.params
    if (variant === undefined || param === undefined) throw new Error('The sample is empty.')
    const grown = {
      ...sampleLesson,
      variants: [{ ...variant, id: 'new' }, ...sampleLesson.variants],
      params: [{ ...param, id: 'new' }, ...sampleLesson.params],
    }
    const scenario = { ...run, params: { orders: 5 } }
    const link = encodeLink(scenario, sampleLesson, base)
    expect(decodeLink(link, [grown])).toEqual({ ok: true, value: scenario })
  })
})

describe('a link that cannot be opened', () => {
  const link = encodeLink(run, sampleLesson, base)

  it.each([
    '',
    'hello',
    'https://example.org/',
    `${base}#/`,
    `${base}#/?s=1pAA`,
    `${link}&x=1`,
    '#/a b',
  ])('is foreign: %j', (foreign) => {
    expect(errorOf(foreign)).toBe(
      'This is not a link to a Faultline scenario: it should read …/#/<lesson>?s=…. Copy it again from the page that shows the run.',
    )
  })

  it.each([link.slice(0, -1), `${link}A`, link.replace('?s=1p', '?s=1d'), `${base}#/${lesson}?s=`])(
    'is damaged: %s',
    (damaged) => {
      expect(errorOf(damaged)).toBe(
        'This link is damaged: part of it was lost or changed on the way. Copy it again from where it was made, or start the lesson from its beginning.',
      )
    },
  )

  it('is too new', () => {
    expect(errorOf(link.replace('?s=1', '?s=2'))).toBe(
      'This link was made by a newer Faultline: reload the page to get the newest, or start the lesson from its beginning.',
    )
  })

  it('is too large', () => {
    expect(errorOf(`${base}#/${lesson}?s=1p${'A'.repeat(300_000)}`)).toBe(
      'This link is too large to be a scenario, so it was not opened. Ask for the run as a file, or start the lesson from its beginning.',
    )
  })

  it('names what the lesson does not have', () => {
    expect(errorOf(`${base}#/transactional-inbox`)).toBe(
      'There is no lesson “transactional-inbox”; did you mean “transactional-outbox”?',
    )
    expect(errorOf(encodeLink({ v: 1, lesson, variant: 'gone' }, undefined, base))).toBe(
      'The lesson “transactional-outbox” has no variant “gone”; there is outbox, outbox-inbox.',
    )
  })

  it('is told in a sentence, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
        expect(errorOf(`${before}#/${lesson}?s=1${after}`)).toMatch(/^[A-Z].*\.$/)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the length of a link', () => {
  const qrVersion = (link: string) => encode(link, { ecc: 'M' }).version
  const presets = lessons.flatMap((one) =>
    one.presets.flatMap((preset) =>
      [preset.variant, preset.against].map((variant) => ({ one, preset, variant })),
    ),
  )

  it.each(presets)('is small for $preset.id with $variant', ({ one, preset, variant }) => {
    const scenario = {
      ...presetScenario(one, preset),
      variant,
      cursorMs: 1234.567,
      digest: '0f4a7b2c9d3e6581',
    }
    const link = encodeLink(scenario, one, base)
    expect(link.length).toBeLessThanOrEqual(150)
    expect(qrVersion(link)).toBeLessThanOrEqual(10)
    expect(decodeLink(link, lessons).ok).toBe(true)
  })

  it('stays below 600 for 8 services with 20 faults, and takes at most 2 ms', () => {
    const link = encodeLink(tripUnderFire, undefined, base)
    expect(link.length).toBeLessThanOrEqual(600)

    const times = Array.from({ length: 101 }, () => {
      const startedAt = performance.now()
      decodeLink(encodeLink(tripUnderFire, undefined, base), [tripLesson])
      return performance.now() - startedAt
    })
    expect(times.sort((a, b) => a - b)[50]).toBeLessThanOrEqual(2)
  })
})
