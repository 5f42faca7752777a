import { ViewportPortal } from '@xyflow/react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { useFrame, usePlayback, usePlayground, usePlaygroundApi } from '../../stores/react'
import type { Frame, MessageFrame } from '../../playback/frame'
import { sameContent } from './equality'
import { flightSentence } from './flightLabel'
import { pointAt } from './lane'
import { opensMenu } from './menuTarget'
import type { MotionScene } from './paintMotion'
import { useStage } from './stageContext'
import styles from './FlightButtons.module.css'

/** While the run stands still, every message in flight can be reached with the pointer, the keys and a screen reader. */
export function FlightButtons({ scene }: { readonly scene: MotionScene }) {
  const playing = usePlayback((state) => state.playing)
  return playing ? null : <Buttons scene={scene} />
}

const most = 60

interface Spot {
  readonly message: number
  readonly x: number
  readonly y: number
  readonly name: string
}

function Buttons({ scene }: { readonly scene: MotionScene }) {
  const { titleOf, isBroker } = useStage()
  const nameOf = (flight: MessageFrame) => flightSentence(flight, titleOf, isBroker)
  const spots = useFrame((frame) => spotsOf(frame, scene, nameOf), sameContent)
  return (
    <ViewportPortal>
      <ul aria-label="Messages in flight" className={styles.flights}>
        {spots.map((spot) => (
          <li key={spot.message}>
            <FlightButton spot={spot} />
          </li>
        ))}
      </ul>
    </ViewportPortal>
  )
}

function FlightButton({ spot }: { readonly spot: Spot }) {
  const api = usePlaygroundApi()
  const { openMenu } = useStage()
  const { message } = spot
  const selected = usePlayground(
    ({ selection }) => selection?.kind === 'message' && selection.message === message,
  )
  const open = (element: Element) => {
    api.select({ kind: 'message', message })
    openMenu({ kind: 'message', message }, element)
  }
  const onPointer = (event: MouseEvent) => {
    event.preventDefault()
    open(event.currentTarget)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!opensMenu(event)) return
    event.preventDefault()
    event.stopPropagation()
    open(event.currentTarget)
  }
  return (
    <button
      type="button"
      className={`${styles.flight} nokey nodrag nopan`}
      style={{ transform: `translate(${spot.x}px, ${spot.y}px) translate(-50%, -50%)` }}
      data-selected={selected}
      data-message={message}
      aria-haspopup="menu"
      aria-label={spot.name}
      onClick={onPointer}
      onContextMenu={onPointer}
      onKeyDown={onKeyDown}
    />
  )
}

function spotsOf(
  frame: Frame,
  scene: MotionScene,
  nameOf: (flight: MessageFrame) => string,
): readonly Spot[] {
  const spots: Spot[] = []
  for (const flight of frame.messages) {
    const lane = scene.laneOf(flight)
    if (!lane || flight.lost || spots.length >= most) continue
    const { x, y } = pointAt(lane.table, flight.progress)
    spots.push({ message: flight.message, x, y, name: nameOf(flight) })
  }
  return spots
}
