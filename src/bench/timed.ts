/** What a piece of work gives, and how many real milliseconds it took. */
export function timed<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const startedAt = performance.now()
  const value = work()
  return { value, ms: performance.now() - startedAt }
}
