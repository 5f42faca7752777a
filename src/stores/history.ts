/** A value with its past and what was undone: editing forgets the undone. */
export interface History<T> {
  readonly past: readonly T[]
  readonly now: T
  readonly undone: readonly T[]
}

/** Enough for a long session, and a bound. */
const remembered = 500

export function beginHistory<T>(now: T): History<T> {
  return { past: [], now, undone: [] }
}

export function record<T>({ past, now }: History<T>, next: T): History<T> {
  return { past: [...past, now].slice(-remembered), now: next, undone: [] }
}

export function back<T>({ past, now, undone }: History<T>): History<T> | null {
  const before = past.at(-1)
  if (before === undefined) return null
  return { past: past.slice(0, -1), now: before, undone: [now, ...undone] }
}

export function forward<T>({ past, now, undone }: History<T>): History<T> | null {
  const [next, ...rest] = undone
  return next === undefined ? null : { past: [...past, now], now: next, undone: rest }
}
