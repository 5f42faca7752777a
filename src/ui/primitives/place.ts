export type Side = 'above' | 'below'

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

const gap = 6
const margin = 8

/**
 * Where something that floats stands beside its anchor, in viewport pixels: on the wished side if it
 * fits there or fits nowhere, never past the edge of the viewport.
 */
export function place(
  anchor: Box,
  floating: Size,
  viewport: Size,
  { side = 'below', align = 'start' }: { side?: Side; align?: 'start' | 'centre' | 'end' } = {},
): { readonly left: number; readonly top: number } {
  const slack = anchor.width - floating.width
  const left = anchor.left + { start: 0, centre: slack / 2, end: slack }[align]
  const above = anchor.top - gap - floating.height
  const below = anchor.top + anchor.height + gap
  const fitsAbove = above >= margin
  const fitsBelow = below + floating.height <= viewport.height - margin
  const top = (side === 'below' ? fitsBelow || !fitsAbove : !fitsAbove && fitsBelow) ? below : above
  return {
    left: clamp(left, margin, viewport.width - margin - floating.width),
    top: clamp(top, margin, viewport.height - margin - floating.height),
  }
}

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(value, most))
