import * as v from 'valibot'
import { faultSchema } from './faultSchema'
import { limits } from './limits'
import { isObject, must, name, number, object, virtualMs } from './schemaParts'

const text = (pattern: RegExp, what: string) =>
  v.custom((input) => typeof input === 'string' && pattern.test(input), must(what))

/** Ids are free, and a prototype's names among them harmless: they are copied as own members. */
const params = v.pipe(
  v.custom<object>(isObject, must('an object of numbers')),
  v.transform((input) => new Map<unknown, unknown>(Object.entries(input))),
  v.check((map) => map.size <= limits.params, `has more than ${limits.params} entries`),
  v.map(name, number(-limits.value, limits.value, { step: 0.001 })),
  v.transform((map) => Object.fromEntries(map) as Record<string, unknown>),
)

const faults = v.pipe(
  v.array(faultSchema, must('a list')),
  v.maxLength(limits.faults, `has more than ${limits.faults} entries`),
)

/**
 * The shape of a scenario document. Strict: what it does not name, it refuses, so that nothing a
 * sender wrote is dropped without a word.
 */
export const scenarioSchema = object({
  v: v.literal(1, must('1')),
  lesson: text(/^[a-z][a-z0-9-]{0,59}$/, 'a lesson id such as “transactional-outbox”'),
  variant: v.exactOptional(name),
  params: v.exactOptional(params),
  seed: v.exactOptional(number(0, limits.seed)),
  faults: v.exactOptional(faults),
  cursorMs: v.exactOptional(virtualMs),
  compare: v.exactOptional(name),
  digest: v.exactOptional(text(/^[0-9a-f]{16}$/, '16 hexadecimal digits')),
  title: v.exactOptional(
    text(new RegExp(`^.{0,${limits.text}}$`, 's'), `text of at most ${limits.text} characters`),
  ),
})
