import type { Gauge } from '../../lessons/definition'
import type { GaugeTrack } from '../../playback/gauges'
import { usePlayback, usePlayground } from '../../stores/react'
import { formatMs } from '../../stores/vocabulary'
import { useCovered } from '../lesson/useCover'
import { percentOf, withUnit } from './figure'
import type { LaneBox } from './layout'
import styles from './Timeline.module.css'
import { useSeen } from './useSeen'

interface GaugeNameProps {
  readonly box: LaneBox
  readonly gauge: Gauge
  /** Undefined until it has been read. */
  readonly track: GaugeTrack | undefined
}

/** The gauge's name with its value at the play head. */
export function GaugeName({ box, gauge, track }: GaugeNameProps) {
  return (
    <span
      className={styles.figureName}
      title={gauge.title}
      style={{ top: box.top, height: box.height }}
    >
      <span>{gauge.title}</span>
      {track && <Value gauge={gauge} track={track} />}
    </span>
  )
}

interface ValueProps {
  readonly gauge: Gauge
  readonly track: GaugeTrack
}

function Value({ gauge, track }: ValueProps) {
  const { title, unit } = gauge
  const film = usePlayground((state) => state.film)
  const value = usePlayback(({ head }) => gauge.value(film.rowsAt(head.index)))
  const whole = usePlayback(({ head }) => gauge.whole?.(film.rowsAt(head.index)) ?? null)
  const covered = useCovered()
  const seen = useSeen(track.most.timeUs)
  const { most } = track
  return (
    <b>
      {whole === null ? (
        withUnit(value, unit)
      ) : (
        <>
          <progress aria-label={title} value={percentOf(value, whole)} max={100} />
          {percentOf(value, whole)} %
        </>
      )}
      {(!covered || seen) && (
        <span className="visually-hidden">
          , most {withUnit(most.value, unit)} at {formatMs(most.timeUs)} ms
        </span>
      )}
    </b>
  )
}
