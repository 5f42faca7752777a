/** A middle and the values around it: what several rounds of one measurement give. */
export interface Spread {
  readonly median: number
  readonly min: number
  readonly max: number
}

/**
 * The value below which a share of all values lies.
 *
 * @param share from 0 to 1; 0.95 for p95.
 */
export function quantile(values: readonly number[], share: number): number {
  const ascending = [...values].sort((a, b) => a - b)
  const place = Math.min(ascending.length - 1, Math.floor(ascending.length * share))
  const value = ascending[place]
  if (value === undefined) throw new Error('There is no quantile of nothing.')
  return value
}

export function spreadOf(values: readonly number[]): Spread {
  return { median: quantile(values, 0.5), min: Math.min(...values), max: Math.max(...values) }
}

/** Ratio of what was measured in the same round, round by round. */
export function ratioOf(values: readonly number[], compared: readonly number[]): Spread {
  if (values.length !== compared.length) throw new Error('Every round compares one with one.')
  return spreadOf(values.map((value, round) => value / (compared[round] as number)))
}
