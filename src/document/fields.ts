import { limits } from './limits'

/** What an input form, the schema and the command line's help need to know about one value. */
export type Field = NumberField | NameField | NamesField | FlagField

interface Labelled {
  /** What a reader sees beside the value. */
  readonly title: string
  readonly optional: boolean
}

export interface NumberField extends Labelled {
  readonly kind: 'number'
  readonly min: number
  readonly max: number
  /** 1 for whole numbers, 0.001 for times: virtual time is counted in µs. */
  readonly step: 1 | 0.001
  readonly unit: 'ms' | '×' | '‰' | ''
}

/** The id of something in the system; `end` is either end of a link, a service or a broker. */
export interface NameField extends Labelled {
  readonly kind: 'name'
  readonly of: 'service' | 'broker' | 'group' | 'end'
}

export interface NamesField extends Labelled {
  readonly kind: 'names'
  readonly of: 'end'
}

export interface FlagField extends Labelled {
  readonly kind: 'flag'
}

/** Whether a value may stand in a field. */
export function fits(field: Field, value: unknown): boolean {
  switch (field.kind) {
    case 'number':
      return typeof value === 'number' && isWithin(field, value)
    case 'name':
      return isName(value)
    case 'names':
      return isListOfNames(value)
    case 'flag':
      return typeof value === 'boolean'
  }
}

/** What a field takes, to be put after «must be». */
export function expectation(field: Field): string {
  switch (field.kind) {
    case 'number':
      return range(field)
    case 'name':
      return `a name of 1 to ${limits.text} characters`
    case 'names':
      return `a list of 1 to ${limits.names} different names`
    case 'flag':
      return 'true or false'
  }
}

/** Whether a number lies in a range and on the grid that virtual time is counted on. */
function isWithin(
  { min, max, step }: Pick<NumberField, 'min' | 'max' | 'step'>,
  value: number,
): boolean {
  const onGrid = step === 1 ? Number.isInteger(value) : Math.round(value * 1000) / 1000 === value
  return onGrid && value >= min && value <= max
}

function range({ min, max, step, unit }: NumberField): string {
  const from = `from ${min} to ${max}${unit && ` ${unit}`}`
  return step === 1 ? `a whole number ${from}` : `a number ${from} with at most 3 decimals`
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= limits.text
}

function isListOfNames(value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0 || value.length > limits.names) return false
  return value.every(isName) && new Set(value).size === value.length
}
