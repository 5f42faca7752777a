import { useMemo } from 'react'
import { usePlayground } from '../../stores/react'
import type { Density } from './anatomy'
import {
  contentBounds,
  fitView,
  freeCorner,
  heightFor,
  onScreen,
  type SentenceRoom,
  type Size,
  type View,
} from './fit'
import type { Box, Point } from './geometry'
import { pointCount, type Lane } from './lane'
import { platesOf } from './regions'
import { lanesOf, standBox } from './scene'
import type { Scene } from './useScene'

interface Layout {
  readonly view: View
  /** Where the sentence of the moment stands; null when it stands below the picture. */
  readonly room: SentenceRoom | null
  /** On a phone the picture takes the height it needs; elsewhere it fills what it is given. */
  readonly height: number | null
}

interface LayoutOptions {
  readonly size: Size
  readonly density: Density
  readonly compact: boolean
  /** The stands are in one row, where the lesson's plates do not lie. */
  readonly inRow: boolean
  /** Grows, to fit once more. */
  readonly fits: number
}

const margin = 20
const captionHeight = 46
const stripHeight = 84
const nowhere: ReadonlyMap<string, Point> = new Map()

/** Fits the picture as the lesson lays it out, and finds room for the sentence, or makes it. */
export function useLayout({ placed, links }: Scene, options: LayoutOptions): Layout {
  const { size, density, compact, inRow, fits } = options
  const stage = usePlayground((state) => state.lesson.stage)
  return useMemo(() => {
    const stands = placed.map((each) => standBox(each, nowhere))
    const lanes = [...lanesOf(placed, nowhere, links, density).values()]
    const plates = inRow ? [] : platesOf(stage, density, placed).map(({ box }) => box)
    const taken = [...plates, ...stands, ...lanes.flatMap(({ lane }) => laneBoxes(lane))]
    const margins = {
      top: compact ? 8 : captionHeight,
      bottom: compact ? 8 : 12,
      side: density === 'narrow' ? 8 : margin,
      fits,
    }
    const content = contentBounds(taken)
    if (density === 'narrow' && !compact) {
      const height = heightFor(content, size.width, margins)
      return { view: fitView(content, { ...size, height }, margins), room: null, height }
    }
    const view = fitView(content, size, margins)
    if (compact) return { view, room: null, height: null }
    const onTheCanvas = taken.map((box) => onScreen(box, view))
    const room = freeCorner(onTheCanvas, size, margin)
    if (room) return { view, room: { box: room, strip: false }, height: null }
    return {
      view: fitView(content, size, { ...margins, bottom: stripHeight }),
      room: {
        box: {
          x: margin,
          y: size.height - stripHeight + 6,
          width: size.width - 2 * margin,
          height: stripHeight - 14,
        },
        strip: true,
      },
      height: null,
    }
  }, [placed, links, stage, size, density, compact, inRow, fits])
}

/** A lane as a row of small boxes, with room for a mark. */
function laneBoxes(lane: Lane): readonly Box[] {
  return Array.from({ length: pointCount / 8 }, (_, step) => ({
    x: (lane.table[16 * step] ?? 0) - 10,
    y: (lane.table[16 * step + 1] ?? 0) - 10,
    width: 20,
    height: 20,
  }))
}
