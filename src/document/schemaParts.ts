import * as v from 'valibot'
import { suggestion } from './didYouMean'
import type { Field, NumberField } from './fields'
import { expectation, fits } from './fields'
import { limits } from './limits'
import { shown } from './shown'

/** Every message continues a sentence that begins with the place, such as `“at.nth” must be …`. */
export const must = (what: string) => (issue: v.BaseIssue<unknown>) =>
  `must be ${what}, not ${shown(issue.input)}`

/** An object with these members and no others. */
export function object(entries: Record<string, v.GenericSchema>): v.GenericSchema {
  return v.strictObject(entries, (issue) => {
    if (issue.expected === 'Object') return must('an object')(issue)
    if (issue.expected !== 'never') return 'is missing'
    return `is unknown here${suggestion(String(issue.input), Object.keys(entries))}`
  })
}

export function valueOf(field: Field): v.GenericSchema {
  const schema = v.custom((input) => fits(field, input), must(expectation(field)))
  return field.kind === 'number' ? v.pipe(schema, v.transform(withoutMinusZero)) : schema
}

export function number(
  min: number,
  max: number,
  { step = 1, unit = '' }: Partial<Pick<NumberField, 'step' | 'unit'>> = {},
): v.GenericSchema {
  return valueOf({ kind: 'number', title: '', optional: false, min, max, step, unit })
}

export const virtualMs = number(0, limits.timeMs, { step: 0.001, unit: 'ms' })
export const name = valueOf({ kind: 'name', title: '', optional: false, of: 'end' })
export const flag = valueOf({ kind: 'flag', title: '', optional: false })

/** Refuses everything, for this reason. */
export const never = (message: string): v.GenericSchema => v.custom(() => false, message)

export function isObject(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input)
}

/** JSON writes −0 as 0, so a document that kept it would not survive its own file. */
function withoutMinusZero(input: unknown): unknown {
  return input === 0 ? 0 : input
}
