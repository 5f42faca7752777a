import type { Result } from '../document/scenario'

/** Those named, in the order of the list; all of it when none is named. */
export function choose<T>(
  names: readonly string[],
  list: Readonly<Record<string, T>>,
): Result<readonly T[]> {
  const known = Object.keys(list)
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) {
    const error = `There is nothing called “${unknown}” to measure; there is ${known.join(', ')}.`
    return { ok: false, error }
  }
  const chosen = Object.entries(list).filter(([name]) => names.length === 0 || names.includes(name))
  return { ok: true, value: chosen.map(([, each]) => each) }
}
