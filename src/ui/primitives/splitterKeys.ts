export interface Span {
  readonly size: number
  readonly min: number
  readonly max: number
}

const stepPx = 16

/** The size after a key, or null when the key means nothing on a splitter. `sign` is −1 for a panel after it. */
export function resized(
  { size, min, max }: Span,
  key: string,
  sign: 1 | -1,
  orientation: 'vertical' | 'horizontal',
): number | null {
  const [less, more] =
    orientation === 'vertical' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown']
  const bounded = (wanted: number) => Math.max(min, Math.min(wanted, max))
  if (key === less) return bounded(size - sign * stepPx)
  if (key === more) return bounded(size + sign * stepPx)
  if (key === 'Home') return min
  if (key === 'End') return max
  return null
}
