import type { Fault, Moment } from '../engine'
import { compareStrings } from '../engine'
import { defaultParams, defaultSeed } from './effective'
import type { LessonFacts } from './lessonFacts'
import type { Scenario } from './scenario'
import { fieldValue, verbFields } from './verbs'

/**
 * The one form of a document: members in a fixed order, and only what differs from the lesson's
 * defaults, so that equal documents have equal text. The run stays the same.
 */
export function normalise(scenario: Scenario, lesson: LessonFacts): Scenario {
  const { variant, seed, faults = [], cursorMs = 0, compare, digest, title = '' } = scenario
  const params = changedParams(scenario.params ?? {}, defaultParams(lesson))
  return {
    v: 1,
    lesson: scenario.lesson,
    ...(variant === undefined || variant === lesson.variants[0]?.id ? {} : { variant }),
    ...(params.length === 0 ? {} : { params: Object.fromEntries(params) }),
    ...(seed === undefined || seed === defaultSeed ? {} : { seed }),
    ...(faults.length === 0 ? {} : { faults: faults.map(normaliseFault) }),
    ...(cursorMs <= 0 ? {} : { cursorMs: toMicroseconds(cursorMs) }),
    ...(compare === undefined ? {} : { compare }),
    ...(digest === undefined ? {} : { digest }),
    ...(title === '' ? {} : { title }),
  }
}

/** A fault with its members in the order of the verb's table, without what is said by leaving it out. */
function normaliseFault(fault: Fault): Fault {
  const own = verbFields(fault.do)
    .map(({ name, kind, optional }) => ({ name, kind, optional, value: fieldValue(fault, name) }))
    .filter(({ value }) => value !== undefined)
    .filter(({ kind, optional, value }) => !(kind === 'flag' && optional && value === false))
    .map(({ name, kind, value }) => [
      name,
      kind === 'number' ? toMicroseconds(Number(value)) : value,
    ])
  const off = fault.off === true ? { off: true } : {}
  // The members are those of the verb's own table, which the type checks.
  return {
    at: normaliseMoment(fault.at),
    do: fault.do,
    ...Object.fromEntries(own),
    ...off,
  } as Fault
}

function normaliseMoment(moment: Moment): Moment {
  if ('timeMs' in moment) return { timeMs: toMicroseconds(moment.timeMs) }
  const nth = moment.nth === undefined || moment.nth === 1 ? {} : { nth: moment.nth }
  return 'point' in moment ? { point: moment.point, ...nth } : { message: moment.message, ...nth }
}

function changedParams(
  params: Readonly<Record<string, number>>,
  defaults: Readonly<Record<string, number>>,
): [string, number][] {
  return Object.entries(params)
    .filter(([id, value]) => !Object.hasOwn(defaults, id) || defaults[id] !== value)
    .sort(([a], [b]) => compareStrings(a, b))
}

/** Virtual time is counted in µs: finer decimals, as a pointer gives them, mean nothing. */
function toMicroseconds(value: number): number {
  return Math.round(value * 1000) / 1000
}
