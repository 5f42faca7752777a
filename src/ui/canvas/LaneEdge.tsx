import type { Edge, EdgeProps } from '@xyflow/react'
import { useFrame } from '../../stores/react'
import type { Frame } from '../../playback/frame'
import { sameContent } from './equality'
import { pointAt, type Lane } from './lane'
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
      {state.cut && <Cut lane={lane} />}
    </g>
  )
}

const jags = 'M-3-15 4-8-4-2 5 4-4 9 3 15'

/** A tear across the line. */
function Cut({ lane: { middle, table } }: { readonly lane: Lane }) {
  const [before, after] = [pointAt(table, 0.49), pointAt(table, 0.51)]
  const degrees = (Math.atan2(after.y - before.y, after.x - before.x) * 180) / Math.PI
  return (
    <g transform={`translate(${middle.x} ${middle.y}) rotate(${Math.round(degrees)})`}>
      <path className={styles.gap} d={jags} />
      <path className={styles.cut} d={jags} />
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
