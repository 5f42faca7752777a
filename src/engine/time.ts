/**
 * Virtual time: a whole number of microseconds since the run began.
 * Integers keep every browser at the same bits; milliseconds are only how time is written and shown.
 */
export type Micros = number

/** Microseconds in `milliseconds`; at most three decimals are kept. */
export function ms(milliseconds: number): Micros {
  return Math.round(milliseconds * 1000)
}

/** Milliseconds of a virtual time, for reading and showing. */
export function toMs(time: Micros): number {
  return time / 1000
}

/** `74.0` for 74,000 µs: one decimal, more only where they are needed. */
export function formatMs(time: Micros): string {
  const text = (time / 1000).toFixed(3).replace(/0{1,2}$/, '')
  return text
}
