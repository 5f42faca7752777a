import { deflateSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseScenario } from '../document/parse'
import type { Scenario } from '../document/scenario'
import { arbitraryScenario } from '../testing/arbitraryScenario'
import { toBase64url } from './base64url'
import { decodePayload, encodePayload, maxInflatedBytes, maxPayloadLength } from './payload'

const lesson = 'saga'
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

function defectOf(payload: string): string {
  const decoded = decodePayload(payload, lesson)
  return decoded.ok ? 'none' : decoded.defect
}

describe('the payload', () => {
  it('gives back every document exactly', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const payload = encodePayload(scenario)
        expect(payload).toMatch(/^1[pd][\w-]*$/)
        expect(decodePayload(payload, scenario.lesson)).toEqual({ ok: true, value: scenario })
      }),
      { numRuns: 10_000 },
    )
  })

  it('holds the largest document there can be', () => {
    const side = (letter: string) =>
      Array.from({ length: 32 }, (_, index) => `${letter}${index}`.padEnd(200, '\u{10ffff}'))
    const split = { at: { timeMs: 0.001 }, do: 'partition', a: side('a'), b: side('b') } as const
    const small = {
      at: { point: 'p' },
      do: 'slow',
      service: 's',
      factor: 1.001,
      forMs: 0.001,
    } as const
    const scenario: Scenario = {
      v: 1,
      lesson,
      faults: [split, split, split, ...Array.from({ length: 197 }, () => small)],
    }
    expect(parseScenario(scenario).ok).toBe(true)
    const payload = encodePayload(scenario)
    expect(decodePayload(payload, lesson)).toEqual({ ok: true, value: scenario })
  })

  it('never throws on a changed payload, and all but never takes it for another document', () => {
    const change = fc.record({
      scenario: arbitraryScenario,
      at: fc.nat(),
      character: fc.constantFrom(...alphabet.split(''), '!', '%', 'é'),
      how: fc.constantFrom('replace', 'insert', 'remove', 'cut'),
    })
    let survivors = 0
    fc.assert(
      fc.property(change, ({ scenario, at, character, how }) => {
        const payload = encodePayload({ ...scenario, lesson })
        const place = at % payload.length
        const rest = payload.slice(how === 'insert' ? place : place + 1)
        const middle = how === 'replace' || how === 'insert' ? character : ''
        const changed =
          how === 'cut' ? payload.slice(0, place) : payload.slice(0, place) + middle + rest
        if (changed === payload) return
        const decoded = decodePayload(changed, lesson)
        if (decoded.ok && JSON.stringify(decoded.value) !== JSON.stringify({ ...scenario, lesson }))
          survivors += 1
      }),
      { numRuns: 5000 },
    )
    // One change in 65,536 keeps the check bytes.
    expect(survivors).toBeLessThanOrEqual(3)
  })

  it('never throws on noise', () => {
    const noise = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => `1p${toBase64url(bytes)}`),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => `1d${toBase64url(bytes)}`),
    )
    fc.assert(
      fc.property(noise, (payload) => {
        expect(decodePayload(payload, lesson).ok).toBe(false)
      }),
      { numRuns: 5000 },
    )
  })

  it('is bound to its lesson', () => {
    const payload = encodePayload({ v: 1, lesson: 'saga', seed: 7 })
    expect(decodePayload(payload, 'cqrs')).toEqual({ ok: false, defect: 'damaged' })
  })

  it('knows a payload of the future', () => {
    expect(['2', '2pAAAA', '9!'].map(defectOf)).toEqual(Array(3).fill('newer'))
    const damaged = ['', '0', '-', 'eyJ2IjoxfQ', '1', '1p', '1x', '1pAA', '1pA', '%31']
    expect(damaged.map(defectOf)).toEqual(Array(10).fill('damaged'))
  })

  it('does not inflate a bomb', () => {
    const zeros = deflateSync(new Uint8Array(50_000_000), { level: 9 })
    const bomb = toBase64url(Uint8Array.of(0, 0, ...zeros))
    expect(defectOf(`1d${bomb}`)).toBe('large')
    const most = deflateSync(new Uint8Array(maxInflatedBytes))
    expect(defectOf(`1d${toBase64url(Uint8Array.of(0, 0, ...most))}`)).toBe('damaged')
    expect(defectOf('1p'.padEnd(maxPayloadLength + 1, 'A'))).toBe('large')
  })
})
