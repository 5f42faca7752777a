import { checkAgainstLesson } from '../document/checkAgainstLesson'
import { unknownLesson } from '../document/checkAgainstLessons'
import { suggestion } from '../document/didYouMean'
import { presetScenario } from '../document/effective'
import { limits } from '../document/limits'
import { parseFault, parseScenario } from '../document/parse'
import { whyImpossible } from '../document/possible'
import type { Fault, Result, Scenario } from '../document/scenario'
import { shown } from '../document/shown'
import type { Lesson, Preset } from '../lessons/definition'
import { decodeFile } from '../share/file'
import { decodeLink } from '../share/link'
import type { Args } from './args'
import type { Lab } from './io'
import { refuse } from './io'

/** The document that the command line asks for, valid for its lesson. */
export function scenarioOf(args: Args, lab: Lab): Result<Scenario> {
  const { link, file } = args.single
  if (link === undefined && file === undefined) return fromFlags(args, lab.lessons)
  const flag = link === undefined ? '--file' : '--link'
  const other = otherThan(flag.slice(2), args)
  if (other !== undefined)
    return refuse(`${flag} brings the whole scenario: leave out ${other}, or edit it there.`)
  return link === undefined ? fromFile(file ?? '', lab) : decodeLink(link, lab.lessons)
}

function otherThan(flag: string, { lesson, single, repeated }: Args): string | undefined {
  if (lesson !== undefined) return `the lesson ${shown(lesson)}`
  const given = [...Object.entries(single), ...Object.entries(repeated)]
  const other = given.find(([name, value]) => name !== flag && value.length > 0)
  return other && `--${other[0]}`
}

function fromFile(path: string, { readFile, lessons }: Lab): Result<Scenario> {
  let text: string
  try {
    text = readFile(path)
  } catch {
    return refuse(`The file ${shown(path)} cannot be read: check its name and place.`)
  }
  return decodeFile(text, lessons)
}

function fromFlags(args: Args, lessons: readonly Lesson[]): Result<Scenario> {
  if (args.lesson === undefined)
    return refuse(
      `Name a lesson${suggestion(
        '',
        lessons.map(({ id }) => id),
      )}`,
    )
  const lesson = lessons.find(({ id }) => id === args.lesson)
  if (lesson === undefined) return refuse(unknownLesson(args.lesson, lessons))
  const start = startOf(args.single.preset, lesson)
  if (!start.ok) return start
  const own = ownValues(args)
  if (!own.ok) return own
  const { params, faults, ...rest } = own.value
  const scenario = parseScenario({
    ...start.value,
    ...rest,
    params: { ...start.value.params, ...params },
    faults: [...(start.value.faults ?? []), ...faults],
  })
  return scenario.ok ? checkAgainstLesson(scenario.value, lesson) : scenario
}

function startOf(id: string | undefined, lesson: Lesson): Result<Scenario> {
  if (id === undefined) return { ok: true, value: { v: 1, lesson: lesson.id } }
  const preset: Preset | undefined = lesson.presets.find((one) => one.id === id)
  if (preset !== undefined) return { ok: true, value: presetScenario(lesson, preset) }
  const ids = lesson.presets.map((one) => one.id)
  return refuse(`The lesson “${lesson.id}” has no preset ${shown(id)}${suggestion(id, ids)}`)
}

interface OwnValues {
  readonly variant?: string
  readonly seed?: number
  readonly params: Readonly<Record<string, number>>
  readonly faults: readonly Fault[]
}

function ownValues({ single, repeated }: Args): Result<OwnValues> {
  const seed = single.seed === undefined ? undefined : seedOf(single.seed)
  if (seed?.ok === false) return seed
  const params: [string, number][] = []
  for (const assignment of repeated.set) {
    const param = paramOf(assignment)
    if (!param.ok) return param
    params.push(param.value)
  }
  const faults: Fault[] = []
  for (const json of repeated.fault) {
    const fault = faultOf(json)
    if (!fault.ok) return refuse(`--fault ${shown(json)}: ${fault.error}`)
    faults.push(fault.value)
  }
  return {
    ok: true,
    value: {
      ...(single.variant === undefined ? {} : { variant: single.variant }),
      ...(seed === undefined ? {} : { seed: seed.value }),
      params: Object.fromEntries(params),
      faults,
    },
  }
}

function seedOf(word: string): Result<number> {
  if (/^\d{1,10}$/.test(word) && Number(word) <= limits.seed)
    return { ok: true, value: Number(word) }
  return refuse(`--seed needs a whole number from 0 to ${limits.seed}, not ${shown(word)}.`)
}

function paramOf(assignment: string): Result<[string, number]> {
  const [, id, value] = /^([^=]+)=(-?\d{1,10}(?:\.\d{1,3})?)$/.exec(assignment) ?? []
  if (id !== undefined) return { ok: true, value: [id, Number(value)] }
  return refuse(`--set needs name=number, such as orders=5, not ${shown(assignment)}.`)
}

function faultOf(json: string): Result<Fault> {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return refuse(
      'This is not JSON; write {"at":{"point":"order/after_commit(save order)"},"do":"crash"}, say.',
    )
  }
  const fault = parseFault(value)
  const impossible = fault.ok ? whyImpossible(fault.value) : undefined
  return impossible === undefined ? fault : refuse(impossible)
}
