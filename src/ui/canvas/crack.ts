/** A box broken in two by a slanted crack: the outlines of both parts and the crack between them. */
interface CrackedBox {
  readonly left: string
  readonly right: string
  readonly crack: string
  /** Where the crack begins, on the upper edge. */
  readonly top: number
}

const radius = 7
/** Sideways steps of the crack, and how far down each of them is. */
const steps = [
  [0, 0],
  [-8, 0.28],
  [-1, 0.45],
  [-14, 0.72],
  [-7, 0.8],
  [-14, 1],
] as const

/** How far the right part slips. */
export const slip = { x: 5, y: 6 } as const

export function crackedBox(width: number, height: number): CrackedBox {
  const top = Math.round(width * 0.76)
  const points = steps.map(([x, part]) => `${top + x} ${(part * height).toFixed(1)}`)
  const down = points.join('L')
  const up = points.toReversed().join('L')
  return {
    left: `M${radius} 0H${top}L${down}H0V${radius}Q0 0 ${radius} 0z`,
    right: `M${top} 0H${width - radius}Q${width} 0 ${width} ${radius}V${height}L${up}z`,
    crack: `M${down}`,
    top,
  }
}
