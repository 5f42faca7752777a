import type { MouseEvent } from 'react'
import { useFrame, usePlayground, usePlaygroundApi } from '../../stores/react'
import { GaugeName } from './GaugeName'
import { gaugeId, type LaneBox, type Layout } from './layout'
import type { TimelineModel } from './model'
import styles from './Timeline.module.css'
import type { GaugeTracks } from './useGaugeTracks'
import { WindowName } from './WindowName'

interface LaneNamesProps {
  readonly model: TimelineModel
  readonly gauges: GaugeTracks
  readonly layout: Layout
  /** «Order» for «OrderService». */
  readonly short: boolean
  readonly onMenu: (lane: LaneBox, event: MouseEvent) => void
}

/** A thinner lane is no target: its name is text, and the picture has the same process as a button. */
const leastTargetPx = 24

const shortOf = ({ title }: LaneBox) => title.replace(/Service$/, '')

export function LaneNames(props: LaneNamesProps) {
  return props.layout.boxes.map((box) => <OneName key={box.id} box={box} {...props} />)
}

function OneName(props: LaneNamesProps & { readonly box: LaneBox }) {
  const { box, model, gauges, short, onMenu } = props
  if ((box.kind === 'service' || box.kind === 'broker') && box.height >= leastTargetPx)
    return <LaneName box={box} short={short} onMenu={onMenu} />
  const gauge = model.gauges.find(({ id }) => gaugeId(id) === box.id)
  if (gauge) return <GaugeName box={box} gauge={gauge} track={gauges.get(gauge.id)} />
  const window = model.windows.find(({ id }) => id === box.id)
  if (window) return <WindowName box={box} lane={window} />
  return (
    <span
      className={styles.quietName}
      data-kind={box.kind}
      style={{ top: box.top, height: box.height }}
    >
      {short ? shortOf(box) : box.title}
    </span>
  )
}

interface LaneNameProps {
  readonly box: LaneBox
  readonly short: boolean
  readonly onMenu: (lane: LaneBox, event: MouseEvent) => void
}

function LaneName({ box, short, onMenu }: LaneNameProps) {
  const api = usePlaygroundApi()
  const status = useFrame((frame) => frame.services.get(box.id)?.status ?? 'up')
  const lit = usePlayground(
    ({ selection }) => selection?.kind === 'service' && selection.service === box.id,
  )
  return (
    <button
      type="button"
      className={styles.name}
      data-status={status}
      data-lit={lit}
      style={{ top: box.top, height: box.height }}
      title={box.title}
      onClick={() => api.select({ kind: 'service', service: box.id })}
      onContextMenu={(event) => onMenu(box, event)}
    >
      <span>{short ? shortOf(box) : box.title}</span>
      {status !== 'up' && <span className="visually-hidden">, {status}</span>}
    </button>
  )
}
