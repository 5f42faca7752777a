import { useCallback, useRef, type KeyboardEvent } from 'react'
import type { Head as HeadPlace } from '../../playback/frame'
import { usePlayground, usePlaygroundApi } from '../../stores/react'
import { formatMs } from '../../stores/vocabulary'
import { headKey } from './headKeys'
import type { Layout } from './layout'
import { xOf, type Scale } from './scale'
import styles from './Timeline.module.css'
import { useHeadMotion } from './useHeadMotion'

interface HeadProps {
  readonly layout: Layout
  readonly scale: Scale
  readonly onMove: (x: number) => void
}

/** The play head: one line through everything, with its time on top. */
export function Head({ layout, scale, onMove }: HeadProps) {
  const api = usePlaygroundApi()
  const endUs = usePlayground((state) => state.run.endUs)
  const thumb = useRef<HTMLDivElement>(null)
  const flag = useRef<HTMLSpanElement>(null)
  const move = useCallback(
    ({ timeUs }: HeadPlace) => {
      const element = thumb.current
      if (!element || !flag.current) return
      const x = xOf(scale, timeUs)
      element.style.transform = `translateX(${x}px)`
      flag.current.textContent = (timeUs / 1000).toFixed(1)
      element.setAttribute('aria-valuenow', String(timeUs / 1000))
      element.setAttribute('aria-valuetext', `${formatMs(timeUs)} of ${formatMs(endUs)} ms`)
      onMove(x)
    },
    [scale, endUs, onMove],
  )
  useHeadMotion(move)
  const onKeyDown = (event: KeyboardEvent) => {
    const command = headKey(event, scale)
    if (!command) return
    event.preventDefault()
    event.stopPropagation()
    command(api)
  }
  return (
    <div
      ref={thumb}
      role="slider"
      tabIndex={0}
      aria-label="Play head"
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={endUs / 1000}
      aria-valuenow={0}
      className={styles.head}
      style={{ height: layout.axisY + 5 }}
      onKeyDown={onKeyDown}
    >
      <span ref={flag} className={styles.flag} />
    </div>
  )
}
