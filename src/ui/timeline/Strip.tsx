import { useLayoutEffect, useRef, type RefObject } from 'react'
import { useTokens } from '../tokens'
import type { Layout } from './layout'
import type { TimelineModel } from './model'
import { paint } from './paint'
import type { Scale } from './scale'
import styles from './Timeline.module.css'
import type { GaugeTracks } from './useGaugeTracks'

interface StripProps {
  readonly model: TimelineModel
  readonly gauges: GaugeTracks
  readonly layout: Layout
  readonly scale: Scale
  /** What scrolls; the canvas is as wide as its window and painted for where it stands. */
  readonly windowRef: RefObject<HTMLElement | null>
  readonly windowPx: number
}

export function Strip({ model, gauges, layout, scale, windowRef, windowPx }: StripProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const tokens = useTokens()
  const height = layout.height
  useLayoutEffect(() => {
    const element = canvas.current
    const scroller = windowRef.current
    const context = element?.getContext('2d')
    if (!element || !scroller || !context || windowPx === 0) return
    const ratio = Math.min(3, devicePixelRatio)
    element.width = Math.round(windowPx * ratio)
    element.height = Math.round(height * ratio)
    const repaint = () => {
      context.setTransform(ratio, 0, 0, ratio, 0, 0)
      const left = scroller.scrollLeft
      paint(context, { model, gauges, layout, scale, left, width: windowPx, tokens })
    }
    repaint()
    scroller.addEventListener('scroll', repaint)
    return () => scroller.removeEventListener('scroll', repaint)
  }, [model, gauges, layout, scale, windowRef, windowPx, height, tokens])
  return (
    <canvas
      ref={canvas}
      aria-hidden
      className={styles.canvas}
      style={{ width: windowPx, height }}
    />
  )
}
