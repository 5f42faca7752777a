import { usePlayback } from '../../stores/react'
import { formatMs } from '../../stores/vocabulary'
import { useCovered } from '../lesson/useCover'
import type { LaneBox } from './layout'
import styles from './Timeline.module.css'
import type { WindowLane } from './windowLanes'

interface WindowNameProps {
  readonly box: LaneBox
  readonly lane: WindowLane
}

/** The window's name, and how many are open at the play head. */
export function WindowName({ box, lane: { title, track } }: WindowNameProps) {
  const covered = useCovered()
  const open = usePlayback(
    ({ head: { timeUs } }) =>
      track.windows.filter(({ fromUs, toUs }) => fromUs <= timeUs && timeUs < toUs).length,
  )
  const said = covered ? '' : overlapsText(track.overlaps)
  return (
    <span
      className={styles.figureName}
      data-race={open > 1}
      title={title}
      style={{ top: box.top, height: box.height }}
    >
      <span>{title}</span>
      <b>
        {open === 0 ? 'none open' : `${open} open`}
        {said && <span className="visually-hidden">{said}</span>}
      </b>
    </span>
  )
}

const overlapsText = (overlaps: WindowLane['track']['overlaps']): string =>
  overlaps
    .slice(0, 5)
    .map(
      ({ fromUs, toUs, most }) =>
        `, ${most} at once from ${formatMs(fromUs)} to ${formatMs(toUs)} ms`,
    )
    .join('')
