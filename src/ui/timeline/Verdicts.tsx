import { usePlayground, usePlaygroundApi, usePlayback } from '../../stores/react'
import { formatMs } from '../../stores/vocabulary'
import { useCovered } from '../lesson/useCover'
import { Sign } from '../marks/Sign'
import type { LaneBox } from './layout'
import type { TimelineModel, Verdict } from './model'
import { xOf, type Scale } from './scale'
import styles from './Timeline.module.css'
import { useSeen } from './useSeen'

interface VerdictsProps {
  readonly model: TimelineModel
  readonly lane: LaneBox
  readonly scale: Scale
}

const letterPx = 6.2
const markPx = 20

/** The side with room for all of the text; where neither has it, the side with more, and no more than fits. */
function labelPlace(x: number, text: string, width: number) {
  const left = Math.max(0, x - markPx)
  const right = Math.max(0, width - x - markPx)
  const side = left >= text.length * letterPx || left >= right ? 'left' : 'right'
  return { side, room: side === 'left' ? left : right } as const
}

/** Where each check broke, on the line of the checks. */
export function Verdicts({ model, lane, scale }: VerdictsProps) {
  return model.verdicts.map((verdict, index) => (
    <VerdictMark
      key={verdict.check}
      verdict={verdict}
      first={index === 0}
      lane={lane}
      scale={scale}
    />
  ))
}

interface VerdictMarkProps {
  readonly verdict: Verdict
  readonly first: boolean
  readonly lane: LaneBox
  readonly scale: Scale
}

function VerdictMark({ verdict, first, lane, scale }: VerdictMarkProps) {
  const api = usePlaygroundApi()
  const covered = useCovered()
  const seen = useSeen(verdict.brokenAtUs)
  const reached = usePlayback((state) => state.head.timeUs >= verdict.brokenAtUs)
  const result = usePlayground((state) =>
    state.run.checks.find((check) => check.id === verdict.check),
  )
  if (covered && !seen) return null
  const x = xOf(scale, verdict.brokenAtUs)
  const text = `${shortWhy(result?.why ?? verdict.text)}, ${formatMs(verdict.brokenAtUs)}`
  const { side, room } = labelPlace(x, text, scale.width)
  const jump = () => {
    if (result?.brokenAt != null) api.seekIndex(result.brokenAt)
    api.select({ kind: 'check', check: verdict.check })
  }
  return (
    <button
      type="button"
      className={styles.verdict}
      data-side={side}
      data-past={reached}
      style={{ left: x - 12, top: lane.top, height: lane.height }}
      aria-label={`Broken: ${text} ms`}
      title={result?.why}
      onPointerDown={(press) => press.stopPropagation()}
      onClick={jump}
    >
      <Sign name="broken" scale={0.95} />
      {first && <span style={{ maxInlineSize: room }}>{text}</span>}
    </button>
  )
}

/** The first clause: the rest names rows, which the click lights. */
function shortWhy(why: string): string {
  return why.split(/[:.;]/)[0] ?? why
}
