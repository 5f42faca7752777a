import { useCallback, useEffect, useRef } from 'react'
import type { Head } from '../../playback/frame'
import { usePlayground } from '../../stores/react'
import { useCover } from '../lesson/useCover'
import { Button } from '../primitives/Button'
import type { Layout } from './layout'
import { xOf, type Scale } from './scale'
import styles from './Timeline.module.css'
import { useHeadMotion } from './useHeadMotion'

interface VeilProps {
  readonly layout: Layout
  readonly scale: Scale
}

/** Room that the whole note needs, and its button alone. */
const noteRoomPx = 480
const buttonRoomPx = 190

const roomFor = (px: number) => (px > noteRoomPx ? 'plenty' : px > buttonRoomPx ? 'little' : 'no')

/** Pales what is still to come; covers it while it would give a prediction away. */
export function Veil({ layout, scale }: VeilProps) {
  const run = usePlayground((state) => state.run)
  const { covered, reveal } = useCover()
  const veil = useRef<HTMLDivElement>(null)
  const cover = useRef<HTMLDivElement>(null)
  const seenUs = useRef(0)
  useEffect(() => {
    seenUs.current = 0
  }, [run])
  const move = useCallback(
    ({ timeUs }: Head) => {
      seenUs.current = Math.max(seenUs.current, timeUs)
      if (veil.current) veil.current.style.transform = `translateX(${xOf(scale, timeUs)}px)`
      if (!cover.current) return
      const x = seenUs.current >= scale.endUs ? scale.width : xOf(scale, seenUs.current)
      cover.current.style.transform = `translateX(${x}px)`
      cover.current.dataset['room'] = roomFor(scale.width - x)
    },
    [scale],
  )
  useHeadMotion(move)
  const height = layout.axisY - 1
  return (
    <>
      <div ref={veil} className={styles.veil} style={{ height }} />
      {covered && (
        <div ref={cover} className={styles.cover} style={{ height }}>
          <p className={styles.coverNote}>
            <span>What comes would answer the lesson’s question.</span>
            <Button
              size="small"
              onPointerDown={(event) => event.stopPropagation()}
              onClick={reveal}
            >
              Show what comes
            </Button>
          </p>
        </div>
      )}
    </>
  )
}
