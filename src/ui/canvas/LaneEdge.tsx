import type { Edge, EdgeProps } from '@xyflow/react'
import { useFrame } from '../../stores/react'
import type { Frame } from '../../playback/frame'
import { sameContent } from './equality'
import type { LinkLane } from './scene'
import styles from './LaneEdge.module.css'

export type LaneEdgeType = Edge<{ readonly linkLane: LinkLane }, 'lane'>

/** One direction between two processes. */
export function LaneEdge({ data }: EdgeProps<LaneEdgeType>) {
  const linkLane = data?.linkLane
  const state = useFrame((frame) => laneState(frame, linkLane), sameContent)
  if (!linkLane) return null
  const { lane } = linkLane
  return (
    <g className={styles.lane} data-cold={state.cold} data-cut={state.cut}>
      <path
        className="react-flow__edge-interaction"
        d={lane.d}
        fill="none"
        strokeWidth={22}
        strokeOpacity={0}
      />
      <path className={styles.line} d={lane.d} pathLength={state.cut ? 100 : undefined} />
      <path className={styles.head} d={lane.head} />
      {state.cut && <Scissors x={lane.middle.x} y={lane.middle.y} />}
    </g>
  )
}

function Scissors({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g className={styles.scissors} transform={`translate(${x} ${y}) scale(.85)`}>
      <path d="M-5-8 4 5M5-8-4 5" />
      <circle cx={-5.5} cy={7} r={2.6} />
      <circle cx={5.5} cy={7} r={2.6} />
    </g>
  )
}

interface LaneState {
  /** One of its ends is dead. */
  readonly cold: boolean
  readonly cut: boolean
}

function laneState(frame: Frame, linkLane: LinkLane | undefined): LaneState {
  if (!linkLane) return { cold: false, cut: false }
  const { from, to } = linkLane.link
  const dead = (process: string) => frame.services.get(process)?.status === 'crashed'
  const link = frame.links.find((each) => each.from === from && each.to === to)
  return { cold: dead(from) || dead(to), cut: link?.cut ?? false }
}
