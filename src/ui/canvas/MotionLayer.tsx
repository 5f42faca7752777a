import { useStoreApi } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { usePlaygroundApi } from '../../stores/react'
import { readTokens, watchTokens } from '../tokens'
import { paintMotion, type MotionScene } from './paintMotion'
import styles from './MotionLayer.module.css'

/**
 * The one canvas over the graph. It is painted outside React: when the play head, the viewport, the
 * theme or the scene changes, and never otherwise.
 */
export function MotionLayer({ scene }: { readonly scene: MotionScene }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const api = usePlaygroundApi()
  const flow = useStoreApi()
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context) return
    const paint = () => {
      const { transform, width, height } = flow.getState()
      const pixelRatio = devicePixelRatio
      fitCanvas(context.canvas, width * pixelRatio, height * pixelRatio)
      const [x, y, zoom] = transform
      const viewport = { x, y, zoom, width, height, pixelRatio }
      paintMotion(context, api.frame(), scene, viewport, readTokens())
    }
    paint()
    const stops = [
      api.playback.subscribe(paint),
      watchTokens(paint),
      flow.subscribe((state, before) => {
        const same =
          state.transform === before.transform &&
          state.width === before.width &&
          state.height === before.height
        if (!same) paint()
      }),
      watchPixelRatio(paint),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [api, flow, scene])
  return <canvas ref={canvas} className={styles.motion} aria-hidden />
}

function fitCanvas(canvas: HTMLCanvasElement, width: number, height: number): void {
  const [wide, high] = [Math.round(width), Math.round(height)]
  if (canvas.width === wide && canvas.height === high) return
  canvas.width = wide
  canvas.height = high
}

/** Calls back when the window moves to a screen with other pixels or the page is zoomed. */
function watchPixelRatio(callback: () => void): () => void {
  const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`)
  query.addEventListener('change', callback)
  return () => query.removeEventListener('change', callback)
}
