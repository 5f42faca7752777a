import { useState } from 'react'
import { usePlayground, usePlaygroundApi } from '../../stores/react'
import { Button } from '../primitives/Button'
import styles from './CodePanel.module.css'
import type { GutterPoint, Ring } from './gutter'
import { NthField } from './NthField'
import { actionsAt, nextPass } from './pointFaults'
import { Popover } from './Popover'

interface RingPopoverProps {
  readonly ring: Ring
  readonly anchor: Element
  readonly onClose: () => void
  /** A fault has been put here. */
  readonly onPlaced: () => void
}

/** What can go wrong at one place between two lines. */
export function RingPopover({ ring, anchor, onClose, onPlaced }: RingPopoverProps) {
  const [first] = ring.points
  const [chosen, setChosen] = useState(first?.point)
  const point = ring.points.find((other) => other.point === chosen) ?? first
  if (!point) return null
  return (
    <Popover label={`Break it ${point.phrase}`} anchor={anchor} onClose={onClose}>
      {ring.points.length > 1 && (
        <fieldset className={styles.choices}>
          <legend>Break it</legend>
          {ring.points.map((other) => (
            <label key={other.point}>
              <input
                type="radio"
                name="point"
                checked={other === point}
                onChange={() => setChosen(other.point)}
              />
              {other.phrase}
            </label>
          ))}
        </fieldset>
      )}
      {ring.points.length === 1 && <p className={styles.where}>Break it {point.phrase}</p>}
      <PointActions key={point.point} point={point} onDone={onPlaced} />
    </Popover>
  )
}

interface PointActionsProps {
  readonly point: GutterPoint
  readonly onDone: () => void
}

function PointActions({ point, onDone }: PointActionsProps) {
  const api = usePlaygroundApi()
  const passed = usePlayground((state) => state.run.trace.points)
  const [nth, setNth] = useState(() =>
    nextPass(passed, point.point, api.playback.getState().head.timeUs),
  )
  return (
    <>
      <NthField nth={nth} times={point.passes} onChange={setNth} />
      <div className={styles.actions}>
        {actionsAt(point).map(({ title, verb }, index) => (
          <Button
            key={title}
            tone={index === 0 ? 'fault' : 'outline'}
            data-first={index === 0 || undefined}
            onClick={() => {
              onDone()
              api.inject({ at: { point: point.point, nth }, ...verb })
            }}
          >
            {title}
          </Button>
        ))}
      </div>
    </>
  )
}
