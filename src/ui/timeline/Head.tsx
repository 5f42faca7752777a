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
  const line = useRef<HTMLDivElement>(null)
  const range = useRef<HTMLInputElement>(null)
  const flag = useRef<HTMLSpanElement>(null)
  const move = useCallback(
    ({ timeUs }: HeadPlace) => {
      const x = xOf(scale, timeUs)
      if (line.current) line.current.style.transform = `translateX(${x}px)`
      if (flag.current) flag.current.textContent = (timeUs / 1000).toFixed(1)
      if (range.current) {
        range.current.value = String(timeUs / 1000)
        range.current.ariaValueText = `${formatMs(timeUs)} of ${formatMs(endUs)} ms`
      }
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
    <div ref={line} className={styles.head} style={{ height: layout.axisY + 5 }}>
      <input
        ref={range}
        type="range"
        aria-label="Play head"
        min={0}
        max={endUs / 1000}
        step="any"
        defaultValue={0}
        className={styles.range}
        onKeyDown={onKeyDown}
        onChange={(event) => api.seek(event.target.valueAsNumber)}
      />
      <span ref={flag} className={styles.flag} />
    </div>
  )
}
