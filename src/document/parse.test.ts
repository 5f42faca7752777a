import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryScenario } from '../testing/arbitraryScenario'
import { parseFault, parseScenario } from './parse'
import { verbNames } from './verbs'

const plain = { v: 1, lesson: 'saga' }
const at = { timeMs: 5 }
const withFault = (fault: unknown) => ({ ...plain, faults: [{ at, do: 'drop' }, fault] })

function errorOf(value: unknown): string {
  const result = parseScenario(value)
  return result.ok ? 'accepted' : result.error
}

describe('parseScenario', () => {
  it('takes every valid document as it is', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        expect(parseScenario(scenario)).toEqual({ ok: true, value: scenario })
        expect(parseScenario(JSON.parse(JSON.stringify(scenario)))).toEqual({
          ok: true,
          value: scenario,
        })
      }),
      { numRuns: 1000 },
    )
  })

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withSparseArray: true }), (anything) => {
        expect(typeof parseScenario(anything).ok).toBe('boolean')
        expect(errorOf({ ...plain, faults: [anything] })).not.toBe('accepted')
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    ['A scenario must be an object, not null.', null],
    ['A scenario must be an object, not a list.', [plain]],
    ['“v” is missing.', { lesson: 'saga' }],
    ['“v” must be 1, not “1”.', { v: '1', lesson: 'saga' }],
    ['“v” must be 1, not 0.', { v: 0, lesson: 'saga' }],
    ['“lesson” is missing.', { v: 1 }],
    [
      '“lesson” must be a lesson id such as “transactional-outbox”, not “../saga”.',
      { v: 1, lesson: '../saga' },
    ],
    ['“sead” is unknown here; did you mean “seed”?', { ...plain, sead: 2 }],
    ['“seed” must be a whole number from 0 to 4294967295, not -1.', { ...plain, seed: -1 }],
    ['“seed” must be a whole number from 0 to 4294967295, not 1.5.', { ...plain, seed: 1.5 }],
    [
      '“params.orders” must be a number from -1000000000 to 1000000000 with at most 3 decimals, not “3”.',
      { ...plain, params: { orders: '3' } },
    ],
    ['“params” must be an object of numbers, not a list.', { ...plain, params: [] }],
    ['“digest” must be 16 hexadecimal digits, not “abc”.', { ...plain, digest: 'abc' }],
    [
      `“title” must be text of at most 200 characters, not “${'x'.repeat(40)}…”.`,
      { ...plain, title: 'x'.repeat(201) },
    ],
    ['“faults” must be a list, not an object.', { ...plain, faults: {} }],
    [
      '“cursorMs” must be a number from 0 to 3600000 ms with at most 3 decimals, not NaN.',
      { ...plain, cursorMs: NaN },
    ],
  ])('says: %s', (sentence, value) => {
    expect(errorOf(value)).toBe(sentence)
  })

  it.each([
    ['Fault 2 must be an object, not 7.', 7],
    ['Fault 2 must be an object, not a list.', []],
    ['Fault 2 has no verb: say in “do” what goes wrong.', { at }],
    ['Fault 2 has no verb “crahs”; did you mean “crash”?', { at, do: 'crahs' }],
    ['Fault 2: “at” is missing.', { do: 'drop' }],
    ['Fault 2: “at” must name one moment: “point”, “message” or “timeMs”.', { at: {}, do: 'drop' }],
    [
      'Fault 2: “at” must name one moment: “point”, “message” or “timeMs”.',
      { at: { point: 'a', timeMs: 1 }, do: 'drop' },
    ],
    [
      'Fault 2: “at.nth” must be a whole number from 1 to 1000000, not 0.',
      { at: { point: 'a', nth: 0 }, do: 'drop' },
    ],
    [
      'Fault 2: “at.nth” is unknown here; there is timeMs.',
      { at: { timeMs: 5, nth: 2 }, do: 'drop' },
    ],
    ['Fault 2: “forMs” is missing.', { at, do: 'pause' }],
    [
      'Fault 2: “restrtAfterMs” is unknown here; did you mean “restartAfterMs”?',
      { at, do: 'crash', restrtAfterMs: 5 },
    ],
    [
      'Fault 2: “restartAfterMs” must be a number from 0 to 3600000 ms with at most 3 decimals, not 0.0001.',
      { at, do: 'crash', restartAfterMs: 0.0001 },
    ],
    ['Fault 2: “off” must be true or false, not 1.', { at, do: 'drop', off: 1 }],
    [
      'Fault 2: “a” must be a list of 1 to 32 different names, not a list.',
      { at, do: 'partition', a: [], b: ['x'] },
    ],
    [
      'Fault 2: “service” must be a name of 1 to 200 characters, not left empty.',
      { at, do: 'crash', service: undefined },
    ],
  ])('says: %s', (sentence, fault) => {
    expect(errorOf(withFault(fault))).toBe(sentence)
  })

  it('names every verb when none is close', () => {
    const error = errorOf(withFault({ at, do: 'constructor' }))
    for (const verb of verbNames) expect(error).toContain(verb)
  })

  it('tells a document from the future from a broken one', () => {
    expect(errorOf({ v: 2, lesson: 'saga', lanes: [] })).toBe(
      'This was made by a newer Faultline (format 2; this one reads 1): reload the page to get the newest, or ask the sender for an older form.',
    )
  })

  it('lets no member of a prototype in or out', () => {
    expect(errorOf(JSON.parse('{"v":1,"lesson":"saga","__proto__":{"seed":2}}'))).toMatch(
      /“__proto__” is unknown here/,
    )
    expect(errorOf(JSON.parse('{"v":1,"lesson":"saga","constructor":1}'))).toMatch(
      /“constructor” is unknown here/,
    )
    const result = parseScenario(JSON.parse('{"v":1,"lesson":"saga","params":{"__proto__":2}}'))
    expect(result.ok && Object.entries(result.value.params ?? {})).toEqual([['__proto__', 2]])
    expect({}).not.toHaveProperty('seed')
  })

  it('stays on one line and short, whatever a stranger wrote', () => {
    const long = `a\nb\u2028c${'x'.repeat(10_000)}`
    for (const value of [{ ...plain, [long]: 1 }, withFault({ at, do: long })]) {
      expect(errorOf(value)).not.toMatch(/[\n\u2028]/)
      expect(errorOf(value).length).toBeLessThan(500)
    }
  })

  it('bounds the whole, not only its parts', () => {
    const side = (letter: string) =>
      Array.from({ length: 32 }, (_, index) => `${letter}${index}`.padEnd(200, 'x'))
    const faults = Array.from({ length: 5 }, () => ({
      at,
      do: 'partition',
      a: side('a'),
      b: side('b'),
    }))
    expect(errorOf({ ...plain, faults: Array.from({ length: 201 }, () => faults[0]) })).toBe(
      '“faults” has more than 200 entries.',
    )
    expect(errorOf({ ...plain, faults })).toMatch(/add up to more than 50000 characters/)
  })

  it('survives the deepest nesting', () => {
    let deep: unknown = 1
    for (let depth = 0; depth < 100_000; depth++) deep = [deep]
    expect(errorOf({ ...plain, faults: deep })).toMatch(/^Fault 1 must be an object, not a list\.$/)
    expect(errorOf({ ...plain, params: { deep } })).toMatch(/not a list\.$/)
  })
})

describe('parseFault', () => {
  it('takes one fault alone', () => {
    const fault = { at, do: 'crash', service: 'order' }
    expect(parseFault(fault)).toEqual({ ok: true, value: fault })
  })

  it.each([
    ['The fault must be an object, not “crash”.', 'crash'],
    ['The fault has no verb “crahs”; did you mean “crash”?', { at, do: 'crahs' }],
    ['“at” is missing.', { do: 'crash' }],
  ])('says: %s', (error, value) => {
    expect(parseFault(value)).toEqual({ ok: false, error })
  })
})
