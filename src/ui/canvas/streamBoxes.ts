import type { StageTable } from '../../lessons/definition'
import type { Density } from './anatomy'
import { clamp } from './geometry'
import type { StreamShape } from './streamLines'

/** Streams inside their table. */
export interface StreamBoxes extends StreamShape {
  /** Room for the names in front of the cells; 0 where streams have none. */
  readonly nameWidth: number
  readonly cellWidth: number
  readonly lineHeight: number
}

const nameWidths = { wide: 62, narrow: 48, least: 26 } as const
/** Of a line of events; `plain` where they bear nothing but their number. */
const lineHeights = { labelled: 46, plain: 28 } as const
const letterWidth = 7

/** How wide and high the parts of a table of streams are. */
export function streamBoxes(
  shape: StreamShape,
  { lines }: StageTable,
  density: Density,
): StreamBoxes {
  return {
    ...shape,
    nameWidth: lines === undefined ? 0 : nameWidth(shape, density),
    cellWidth: clamp(shape.letters * letterWidth + 12, 44, 104),
    lineHeight: shape.letters === 0 ? lineHeights.plain : lineHeights.labelled,
  }
}

function nameWidth({ lines }: StreamShape, density: Density): number {
  const letters = Math.max(0, ...lines.map((line) => line.length))
  return clamp(letters * letterWidth + 14, nameWidths.least, nameWidths[density])
}
