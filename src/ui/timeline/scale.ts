/** Maps virtual time to pixels of the drawn strip and back. */
export interface Scale {
  readonly endUs: number
  readonly width: number
}

/** Room left of the first moment and right of the last, so that marks at either end stay whole. */
export const marginPx = 24

export function xOf(scale: Scale, timeUs: number): number {
  return marginPx + (timeUs / scale.endUs) * (scale.width - 2 * marginPx)
}

/** A pointer names no finer time than it can point at: the figure stays readable. */
function grainUs({ endUs, width }: Scale): number {
  const usPerPx = endUs / Math.max(1, width)
  return [100, 10].find((grain) => usPerPx * 2 >= grain) ?? 1
}

export function timeAt(scale: Scale, x: number): number {
  const share = (x - marginPx) / (scale.width - 2 * marginPx)
  const timeUs = Math.min(1, Math.max(0, share)) * scale.endUs
  const grain = grainUs(scale)
  return Math.min(scale.endUs, Math.round(timeUs / grain) * grain)
}

/** The smallest of 1, 2, 5, 10, 20 … that is at least `least`. */
export function niceStep(least: number): number {
  let decade = 1
  while (decade * 10 < least) decade *= 10
  while (decade > least) decade /= 10
  return [1, 2, 5].map((factor) => factor * decade).find((step) => step >= least) ?? decade * 10
}

/** Times of the axis ticks in µs, at least `gapPx` apart. */
export function ticks(scale: Scale, gapPx: number): number[] {
  const usPerPx = scale.endUs / Math.max(1, scale.width - 2 * marginPx)
  const stepUs = Math.max(1, niceStep(gapPx * usPerPx))
  const count = Math.floor(scale.endUs / stepUs)
  return Array.from({ length: count + 1 }, (_, index) => index * stepUs)
}
