import { useEffect, useState, type RefObject } from 'react'
import { Sign } from '../marks/Sign'
import styles from './Wire.module.css'
import { wirePath, type Rect } from './wirePath'

interface WireProps {
  readonly around: RefObject<HTMLElement | null>
  readonly from: RefObject<HTMLElement | null>
  /** The cable rises in front of this. */
  readonly beside: RefObject<HTMLElement | null>
  /** Selector of the thing the button will hit. */
  readonly to: string
}

/** A cable from a button to the thing that it will hit. Without that thing there is no cable. */
export function Wire(props: WireProps) {
  const ends = useEnds(props)
  if (!ends) return null
  const { d, tip } = wirePath(ends.from, ends.to, ends.riseX)
  return (
    <>
      <svg className={styles.wire} aria-hidden>
        <path className={styles.jacket} d={d} />
        <path className={styles.core} d={d} />
      </svg>
      <span className={styles.plug} style={{ left: tip.x, top: tip.y }}>
        <Sign name="bolt" scale={0.85} />
      </span>
    </>
  )
}

interface Ends {
  readonly from: Rect
  readonly to: Rect
  readonly riseX: number
}

const clearance = 14

/** Both ends inside `around`, measured again whenever anything there changes its size or place. */
function useEnds({ around, from, beside, to }: WireProps): Ends | null {
  const [ends, setEnds] = useState<Ends | null>(null)
  useEffect(() => {
    const frame = around.current
    if (!frame) return
    const measure = () => {
      const target = frame.querySelector(to)
      if (!from.current || !beside.current || !target) return
      const origin = frame.getBoundingClientRect()
      const next = {
        from: inside(from.current, origin),
        to: inside(target, origin),
        riseX: inside(beside.current, origin).x - clearance,
      }
      setEnds((old) => (JSON.stringify(old) === JSON.stringify(next) ? old : next))
    }
    const sizes = new ResizeObserver(measure)
    sizes.observe(frame)
    const moves = new MutationObserver(measure)
    moves.observe(frame, { subtree: true, childList: true, attributeFilter: ['style'] })
    return () => {
      sizes.disconnect()
      moves.disconnect()
    }
  }, [around, from, beside, to])
  return ends
}

const inside = (element: Element, origin: DOMRect): Rect => {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: left - origin.left, y: top - origin.top, width, height }
}
