import type { GaugeTrack } from '../../playback/gauges'
import { useCovered } from '../lesson/useCover'
import { figureText } from './figure'
import { gaugeId, type LaneBox, type Layout } from './layout'
import type { TimelineModel } from './model'
import { xOf, type Scale } from './scale'
import styles from './Timeline.module.css'
import type { GaugeTracks } from './useGaugeTracks'
import { useSeen } from './useSeen'

interface GaugeMarksProps {
  readonly model: TimelineModel
  readonly gauges: GaugeTracks
  readonly layout: Layout
  readonly scale: Scale
}

/** The greatest value of each gauge, where it is first reached. */
export function GaugeMarks({ model, gauges, layout, scale }: GaugeMarksProps) {
  return model.gauges.map(({ id }) => {
    const lane = layout.boxes.find((box) => box.id === gaugeId(id))
    const track = gauges.get(id)
    if (!lane || !track || track.most.value <= 0) return null
    return <MostMark key={id} lane={lane} track={track} scale={scale} />
  })
}

interface MostMarkProps {
  readonly lane: LaneBox
  readonly track: GaugeTrack
  readonly scale: Scale
}

const labelPx = 70

function MostMark({ lane, track: { most }, scale }: MostMarkProps) {
  const covered = useCovered()
  const seen = useSeen(most.timeUs)
  if (covered && !seen) return null
  const x = xOf(scale, most.timeUs)
  const place = x > scale.width - labelPx ? { right: scale.width - x + 6 } : { left: x + 6 }
  return (
    <span aria-hidden className={styles.most} style={{ ...place, top: lane.top }}>
      max {figureText(most.value)}
    </span>
  )
}
