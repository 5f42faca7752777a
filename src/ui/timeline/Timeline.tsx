import { Maximize2, Minus, Plus } from 'lucide-react'
import { useCallback, useMemo, useRef, useState, type MouseEvent } from 'react'
import { usePlayground, usePlaygroundApi } from '../../stores/react'
import { IconButton } from '../primitives/IconButton'
import { Menu, type MenuEntry } from '../primitives/Menu'
import { FaultMarks } from './FaultMarks'
import { GaugeMarks } from './GaugeMarks'
import { Head } from './Head'
import { laneEntries, timeEntries } from './laneMenu'
import { LaneNames } from './LaneNames'
import { boxAt, layoutOf, type LaneBox } from './layout'
import { timelineOf, type TimelineModel } from './model'
import { timeAt, type Scale } from './scale'
import { Strip } from './Strip'
import styles from './Timeline.module.css'
import { useElementSize } from './useElementSize'
import { useGaugeTracks } from './useGaugeTracks'
import { useScrub } from './useScrub'
import { useZoom, type Zoom } from './useZoom'
import { Veil } from './Veil'
import { Verdicts } from './Verdicts'

interface OpenMenu {
  readonly anchor: { readonly x: number; readonly y: number }
  readonly entries: readonly MenuEntry[]
}

/** With less height than this only what a phone shows is drawn. */
const compactPx = 150

/** The whole run at once: who worked when, what flew where, what waited, what broke. */
export function Timeline() {
  const api = usePlaygroundApi()
  const frame = useRef<HTMLElement>(null)
  const window = useRef<HTMLDivElement>(null)
  const { width: windowPx } = useElementSize(window)
  const { height: roomPx } = useElementSize(frame)
  const compact = roomPx > 0 && roomPx < compactPx
  const model = useModel(compact)
  const gauges = useGaugeTracks()
  const zoom = useZoom(window)
  const layout = useMemo(() => layoutOf(model, roomPx, { compact }), [model, roomPx, compact])
  const width = Math.max(1, Math.round(windowPx * zoom.zoom))
  const scale = useMemo<Scale>(() => ({ endUs: model.endUs, width }), [model.endUs, width])
  const scrub = useScrub(scale)
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const keepInView = useCallback((x: number) => follow(window.current, x), [])
  const openMenu = (lane: LaneBox | null, timeUs: number, event: MouseEvent) => {
    event.preventDefault()
    const known = lane?.kind === 'service' || lane?.kind === 'broker' ? lane : null
    const entries = known ? laneEntries(api, model, known, timeUs) : timeEntries(api, model, timeUs)
    setMenu({ anchor: { x: event.clientX, y: event.clientY }, entries })
  }
  const headUs = () => api.playback.getState().head.timeUs
  const onStripMenu = (event: MouseEvent<HTMLElement>) => {
    const onHead = event.target instanceof Element && event.target.closest('input')
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const timeUs = onHead ? headUs() : timeAt(scale, event.clientX - left)
    openMenu(onHead ? null : boxAt(layout, event.clientY - top), timeUs, event)
  }
  const [faultLane] = layout.boxes
  const checkLane = layout.boxes.at(-1)
  return (
    <section ref={frame} aria-label="Timeline" className={styles.timeline}>
      <div className={styles.names} style={{ height: layout.height }}>
        <ZoomButtons zoom={zoom} />
        <LaneNames
          model={model}
          gauges={gauges}
          layout={layout}
          short={compact}
          onMenu={(lane, event) => openMenu(lane, headUs(), event)}
        />
      </div>
      <div ref={window} className={styles.window} tabIndex={-1}>
        <div
          role="presentation"
          className={styles.strip}
          style={{ width, height: layout.height }}
          onContextMenu={onStripMenu}
          {...scrub}
        >
          <Strip
            model={model}
            gauges={gauges}
            layout={layout}
            scale={scale}
            windowRef={window}
            windowPx={windowPx}
          />
          <Veil layout={layout} scale={scale} />
          <GaugeMarks model={model} gauges={gauges} layout={layout} scale={scale} />
          {faultLane && <FaultMarks model={model} lane={faultLane} scale={scale} />}
          {checkLane && <Verdicts model={model} lane={checkLane} scale={scale} />}
          <Head layout={layout} scale={scale} onMove={keepInView} />
        </div>
      </div>
      {menu && <Menu label="Break it here" {...menu} onClose={() => setMenu(null)} />}
    </section>
  )
}

function useModel(compact: boolean): TimelineModel {
  const run = usePlayground((state) => state.run)
  const system = usePlayground((state) => state.system)
  const stage = usePlayground((state) => state.lesson.stage)
  const faults = usePlayground((state) => state.scenario.faults)
  const gauges = usePlayground((state) => state.lesson.gauges)
  const windows = usePlayground((state) => state.lesson.windows)
  return useMemo(
    () => timelineOf(run, system, stage, faults ?? [], { compact, gauges, windows }),
    [run, system, stage, faults, compact, gauges, windows],
  )
}

const marginPx = 24

/** Turns the page when the head leaves the window of a zoomed strip. */
function follow(window: HTMLElement | null, x: number): void {
  if (!window || window.scrollWidth <= window.clientWidth) return
  const { scrollLeft, clientWidth } = window
  if (x < scrollLeft + marginPx || x > scrollLeft + clientWidth - marginPx)
    window.scrollTo({ left: x - clientWidth * 0.15 })
}

function ZoomButtons({ zoom }: { readonly zoom: Zoom }) {
  return (
    <fieldset className={styles.zoom}>
      <legend className="visually-hidden">Zoom</legend>
      <IconButton
        size="small"
        label="Zoom out of the timeline"
        disabled={zoom.zoom === 1}
        onClick={() => zoom.zoomBy(1 / 1.6)}
      >
        <Minus />
      </IconButton>
      <IconButton
        size="small"
        label="Zoom in on the timeline"
        disabled={!zoom.canZoomIn}
        onClick={() => zoom.zoomBy(1.6)}
      >
        <Plus />
      </IconButton>
      <IconButton size="small" label="Whole run" disabled={zoom.zoom === 1} onClick={zoom.fit}>
        <Maximize2 />
      </IconButton>
    </fieldset>
  )
}
