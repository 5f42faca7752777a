/** The plain data that messages, rows and scenario documents are made of. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** One row of a table: column name → plain value. */
export type Row = Readonly<Record<string, Json>>

/** Primary key of a row as the engine holds it; a compound key is its parts joined by `/`. */
export type Key = string | number

/** Orders strings by UTF-16 code unit, which is the same in every browser (a locale is not). */
export function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Orders column values: numbers before strings, then by value. */
export function compareKeys(a: Json, b: Json): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'number') return -1
  if (typeof b === 'number') return 1
  return compareStrings(String(a), String(b))
}

/**
 * JSON with object members in code-unit order, so that equal data has equal text.
 * `undefined` members are left out, as in JSON itself.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = Object.entries(value as Record<string, unknown>)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => compareStrings(a, b))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}
