import type { Fault } from '../engine'
import { suggestion } from './didYouMean'
import { defaultParams } from './effective'
import type { LessonFacts, ParamFacts } from './lessonFacts'
import { parseMessage, parsePoint } from './momentText'
import type { Result, Scenario } from './scenario'
import { shown } from './shown'
import { fieldValue, verbFields } from './verbs'

/**
 * Whether a document means something in a lesson: its variants, parameters and services exist and its
 * values are in range. That a fault's moment really comes is known only by running it.
 */
export function checkAgainstLesson(scenario: Scenario, lesson: LessonFacts): Result<Scenario> {
  const error =
    wrongLesson(scenario, lesson) ??
    unknownVariant(scenario, lesson) ??
    wrongParam(scenario, lesson) ??
    unknownService(scenario, lesson)
  return error === undefined ? { ok: true, value: scenario } : { ok: false, error }
}

function wrongLesson(scenario: Scenario, lesson: LessonFacts): string | undefined {
  if (scenario.lesson === lesson.id) return undefined
  return `This scenario belongs to the lesson ${shown(scenario.lesson)}, not to “${lesson.id}”: open it there.`
}

function unknownVariant(scenario: Scenario, lesson: LessonFacts): string | undefined {
  const ids = lesson.variants.map(({ id }) => id)
  const unknown = [scenario.variant, scenario.compare].find(
    (id) => id !== undefined && !ids.includes(id),
  )
  if (unknown === undefined) return undefined
  return `The lesson “${lesson.id}” has no variant ${shown(unknown)}${suggestion(unknown, ids)}`
}

function wrongParam(scenario: Scenario, lesson: LessonFacts): string | undefined {
  for (const [id, value] of Object.entries(scenario.params ?? {})) {
    const param = lesson.params.find((candidate) => candidate.id === id)
    if (param === undefined) {
      const ids = lesson.params.map((known) => known.id)
      return `The lesson “${lesson.id}” has no parameter ${shown(id)}${suggestion(id, ids)}`
    }
    if (!isAllowed(param, value)) return `“${id}” must be ${allowed(param)}, not ${value}.`
  }
  return undefined
}

function isAllowed({ min, max, step }: ParamFacts, value: number): boolean {
  const steps = Math.round((value - min) * 1000) % Math.round(step * 1000)
  return value >= min && value <= max && steps === 0
}

function allowed({ min, max, step, unit }: ParamFacts): string {
  const steps = step === 1 ? 'a whole number' : `a number in steps of ${step}`
  return `${steps} from ${min} to ${max}${unit && ` ${unit}`}`
}

function unknownService(scenario: Scenario, lesson: LessonFacts): string | undefined {
  const faults = scenario.faults ?? []
  if (faults.length === 0) return undefined
  const known = idsOf(scenario, lesson)
  for (const [index, fault] of faults.entries()) {
    const unknown = idsIn(fault).find((id) => !known.includes(id))
    if (unknown !== undefined)
      return `Fault ${index + 1} names ${shown(unknown)}, which the lesson “${lesson.id}” does not have${suggestion(unknown, known)}`
  }
  return undefined
}

/**
 * Services and brokers of every variant, at any size of the lesson: faults stay in the document when a
 * variant or parameter takes their service away, and the run then reports that they did not happen.
 */
function idsOf(scenario: Scenario, lesson: LessonFacts): string[] {
  const defaults = defaultParams(lesson)
  const largest = Object.fromEntries(lesson.params.map(({ id, max }) => [id, max]))
  const systems = [defaults, { ...defaults, ...scenario.params }, largest].flatMap((params) =>
    lesson.variants.map(({ system }) => system(params)),
  )
  const ids = systems.flatMap(({ services, brokers = [] }) => [...services, ...brokers])
  return [...new Set(ids.map(({ id }) => id))]
}

/** Every service and broker that a fault names, in its verb or in its moment. */
function idsIn(fault: Fault): string[] {
  const named = verbFields(fault.do).flatMap((field) => {
    const isId = field.kind === 'names' || (field.kind === 'name' && field.of !== 'group')
    const value = isId ? fieldValue(fault, field.name) : undefined
    return value === undefined ? [] : (value as string | readonly string[])
  })
  return [...named, ...idsInMoment(fault)]
}

function idsInMoment({ at }: Fault): string[] {
  if ('point' in at) return [parsePoint(at.point)?.service ?? []].flat()
  if ('message' in at) {
    const message = parseMessage(at.message)
    return message === undefined ? [] : [message.from, message.to]
  }
  return []
}
