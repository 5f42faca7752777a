import * as v from 'valibot'
import { faultSchema } from './faultSchema'
import { limits } from './limits'
import type { Fault, Result, Scenario } from './scenario'
import { scenarioSchema } from './schema'
import { isObject } from './schemaParts'
import { oneLine, shown } from './shown'

/**
 * Reads what a stranger wrote. The result is a fresh document with nothing in it that the types do not
 * name, or one sentence that says what is wrong and what would be right.
 *
 * @example
 * parseScenario({ v: 1, lesson: 'saga', seed: -1 })
 * // error: “seed” must be a whole number from 0 to 4294967295, not -1.
 */
export function parseScenario(value: unknown): Result<Scenario> {
  if (!isObject(value)) return bad(`A scenario must be an object, not ${shown(value)}.`)
  const version = Object.hasOwn(value, 'v') ? value['v'] : undefined
  if (typeof version === 'number' && version > 1) return bad(newerThanThis(version))
  const parsed = v.safeParse(scenarioSchema, value, { abortEarly: true, abortPipeEarly: true })
  if (!parsed.success) return bad(sentence(parsed.issues[0]))
  if (isTooLong(parsed.output))
    return bad(
      `The names of this scenario add up to more than ${limits.allText} characters: shorten them.`,
    )
  // The schema is built from the table of verbs, which the types check member by member.
  return { ok: true, value: parsed.output as Scenario }
}

/** Reads one fault, as the command line and the console take it. */
export function parseFault(value: unknown): Result<Fault> {
  const parsed = v.safeParse(faultSchema, value, { abortEarly: true, abortPipeEarly: true })
  if (!parsed.success) return bad(sentence(parsed.issues[0], 'The fault'))
  return { ok: true, value: parsed.output as Fault }
}

function newerThanThis(version: number): string {
  return `This was made by a newer Faultline (format ${version}; this one reads 1): reload the page to get the newest, or ask the sender for an older form.`
}

function bad(error: string): Result<never> {
  return { ok: false, error }
}

function sentence(issue: v.BaseIssue<unknown>, whole = 'The scenario'): string {
  const text = `${place(issue) || whole} ${oneLine(issue.message)}`
  return /[.?]$/.test(text) ? text : `${text}.`
}

/** `Fault 3: “at.nth”` for `faults[2].at.nth`. */
function place(issue: v.BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map((item) => item.key)
  const isFault = keys[0] === 'faults' && typeof keys[1] === 'number'
  const inner = (isFault ? keys.slice(2) : keys).map((key) => String(key).slice(0, 40)).join('.')
  const quoted = inner === '' ? '' : `“${oneLine(inner)}”`
  if (!isFault) return quoted
  return `Fault ${Number(keys[1]) + 1}${quoted && `: ${quoted}`}`
}

function isTooLong(document: unknown): boolean {
  let characters = 0
  const count = (value: unknown): void => {
    if (typeof value === 'string') characters += value.length
    else if (typeof value === 'object' && value !== null)
      for (const [key, member] of Object.entries(value)) {
        characters += key.length
        count(member)
      }
  }
  count(document)
  return characters > limits.allText
}
