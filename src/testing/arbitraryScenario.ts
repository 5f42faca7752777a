import fc from 'fast-check'
import type { Fault, FaultVerb, Moment } from '../engine'
import type { Field } from '../document/fields'
import { limits } from '../document/limits'
import type { Scenario } from '../document/scenario'
import { verbFields, verbNames } from '../document/verbs'

/** Any string a document may hold: half a pair of surrogates is a string, too. */
const text = (minLength: number) =>
  fc.oneof(
    fc.string({ minLength, maxLength: 30 }),
    fc.string({ minLength, maxLength: 30, unit: 'binary' }),
    fc
      .array(fc.integer({ min: 0, max: 0xffff }), { minLength, maxLength: 20 })
      .map((units) => String.fromCharCode(...units)),
    fc.constantFrom('order', 'relay/after_confirm(OrderPlaced)', 'OrderPlaced relay>broker'),
  )

const name = text(1)

function number(min: number, max: number, step: 1 | 0.001): fc.Arbitrary<number> {
  const small = Math.min(max, Math.max(min, 0) + 500)
  const whole = fc.oneof(fc.integer({ min, max }), fc.integer({ min, max: small }))
  if (step === 1) return whole
  const fine = fc
    .tuple(fc.integer({ min, max: max - 1 }), fc.integer({ min: 1, max: 999 }))
    .map(([integer, thousandths]) => (integer * 1000 + thousandths) / 1000)
  return fc.oneof(whole, fine)
}

function value(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'number':
      return number(field.min, field.max, field.step).map((n) => (n === 0 ? 0 : n))
    case 'name':
      return name
    case 'names':
      return fc.uniqueArray(name, { minLength: 1, maxLength: 4 })
    case 'flag':
      return fc.boolean()
  }
}

const nth = fc.option(number(1, limits.nth, 1), { nil: undefined })
const present = <T extends object>(record: T) =>
  Object.fromEntries(Object.entries(record).filter(([, member]) => member !== undefined)) as T

const arbitraryMoment: fc.Arbitrary<Moment> = fc
  .oneof(
    fc.record({ point: name, nth }),
    fc.record({ message: name, nth }),
    fc.record({ timeMs: number(0, limits.timeMs, 0.001) }),
  )
  .map((moment) => present(moment) as Moment)

export function arbitraryFault(verb: FaultVerb): fc.Arbitrary<Fault> {
  const own = verbFields(verb).map((field) => {
    const arbitrary = value(field)
    return [field.name, field.optional ? fc.option(arbitrary, { nil: undefined }) : arbitrary]
  })
  const off = fc.option(fc.boolean(), { nil: undefined })
  return fc
    .record({ at: arbitraryMoment, off, do: fc.constant(verb), ...Object.fromEntries(own) })
    .map((fault) => present(fault) as unknown as Fault)
}

const fault = fc.oneof(...verbNames.map(arbitraryFault))
const param = number(-limits.value, limits.value, 0.001).map((n) => (n === 0 ? 0 : n))
const hex = fc.constantFrom(...'0123456789abcdef'.split(''))

/** Any valid scenario document, of any lesson. */
export const arbitraryScenario: fc.Arbitrary<Scenario> = fc
  .record({
    v: fc.constant(1 as const),
    lesson: fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
    variant: fc.option(name, { nil: undefined }),
    params: fc.option(
      fc
        .array(fc.tuple(name, param), { maxLength: 5 })
        .map((entries): Record<string, number> => Object.fromEntries(entries)),
      { nil: undefined },
    ),
    seed: fc.option(number(0, limits.seed, 1), { nil: undefined }),
    faults: fc.option(fc.array(fault, { maxLength: 6 }), { nil: undefined }),
    cursorMs: fc.option(number(0, limits.timeMs, 0.001), { nil: undefined }),
    compare: fc.option(name, { nil: undefined }),
    digest: fc.option(fc.string({ minLength: 16, maxLength: 16, unit: hex }), { nil: undefined }),
    title: fc.option(text(0), { nil: undefined }),
  })
  .map((scenario) => present(scenario) as Scenario)
