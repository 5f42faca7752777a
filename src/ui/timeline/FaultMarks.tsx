import type { KeyboardEvent } from 'react'
import { usePlayground, usePlaygroundApi } from '../../stores/react'
import { faultSentence } from '../faults/sentence'
import { useCovered } from '../lesson/useCover'
import { Sign } from '../marks/Sign'
import type { LaneBox } from './layout'
import type { FaultMark, TimelineModel } from './model'
import { xOf, type Scale } from './scale'
import styles from './Timeline.module.css'
import { useSeen } from './useSeen'

interface FaultMarksProps {
  readonly model: TimelineModel
  readonly lane: LaneBox
  readonly scale: Scale
}

/** The lane on top: a bolt for each fault that happened. */
export function FaultMarks({ model, lane, scale }: FaultMarksProps) {
  const marks = model.faults.toSorted((a, b) => a.timeUs - b.timeUs)
  return marks.map((mark, index) => {
    const next = marks[index + 1]
    const x = xOf(scale, mark.timeUs)
    const room = (next ? xOf(scale, next.timeUs) : scale.width) - x
    return <FaultButton key={mark.fault} mark={mark} lane={lane} x={x} room={room} />
  })
}

interface FaultButtonProps {
  readonly mark: FaultMark
  readonly lane: LaneBox
  readonly x: number
  readonly room: number
}

function FaultButton({ mark, lane, x, room }: FaultButtonProps) {
  const api = usePlaygroundApi()
  const covered = useCovered()
  const seen = useSeen(mark.timeUs)
  const text = usePlayground((state) => faultSentence(state, mark.fault))
  const event = usePlayground(
    (state) => state.run.faults.find((report) => report.fault === mark.fault)?.index,
  )
  if (covered && !seen) return null
  const onKeyDown = ({ key, currentTarget }: KeyboardEvent) => {
    if (key !== 'Delete' && key !== 'Backspace') return
    const strip = currentTarget.parentElement
    strip?.querySelector<HTMLInputElement>('input[type=range]')?.focus()
    api.removeFault(mark.fault)
  }
  return (
    <button
      type="button"
      className={styles.fault}
      style={{ left: x - 9, top: lane.top, height: lane.height, maxWidth: Math.max(22, room) }}
      title={`${text} Delete removes it.`}
      aria-label={text}
      onPointerDown={(press) => press.stopPropagation()}
      onClick={() => event !== undefined && api.seekIndex(event)}
      onKeyDown={onKeyDown}
    >
      <Sign name="bolt" scale={0.72} />
      {room > 60 && <span>{text}</span>}
    </button>
  )
}
