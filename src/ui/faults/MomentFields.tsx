import type { Moment } from '../../engine'
import type { Names } from '../../stores/vocabulary'
import { NumberField } from '../primitives/NumberField'
import { Segmented } from '../primitives/Segmented'
import { Select } from '../primitives/Select'
import { firstMoment, kindOfMoment, type Choices, type MomentKind, type Occurrence } from './draft'
import { messageText, pointText } from './occurrenceText'

interface MomentFieldsProps {
  readonly at: Moment
  readonly choices: Choices
  readonly names: Names
  readonly nowMs: number
  /** Another kind of moment. */
  readonly onChange: (at: Moment) => void
  /** Another moment of the same kind. */
  readonly onPick: (at: Moment) => void
}

const kinds = [
  { value: 'point', label: 'At a point' },
  { value: 'message', label: 'At a message' },
  { value: 'time', label: 'At a time' },
] as const

const lastTimeMs = 3_600_000

export function MomentFields({ at, choices, names, nowMs, onChange, onPick }: MomentFieldsProps) {
  const kind = kindOfMoment(at)
  return (
    <>
      <Segmented
        label="When"
        options={kinds}
        value={kind}
        onChange={(value) => onChange(firstMoment(value as MomentKind, choices, nowMs))}
      />
      {'timeMs' in at && (
        <NumberField
          label="Time"
          unit="ms"
          min={0}
          max={lastTimeMs}
          step={0.001}
          value={at.timeMs}
          onChange={(timeMs) => onPick({ timeMs })}
        />
      )}
      {'point' in at && (
        <OccurrenceFields
          label="Point"
          name={at.point}
          nth={at.nth ?? 1}
          among={choices.points}
          textOf={(point) => pointText(point, names)}
          onChange={(point, nth) => onPick({ point, nth })}
        />
      )}
      {'message' in at && (
        <OccurrenceFields
          label="Message"
          name={at.message}
          nth={at.nth ?? 1}
          among={choices.messages}
          textOf={(message) => messageText(message, names)}
          onChange={(message, nth) => onPick({ message, nth })}
        />
      )}
    </>
  )
}

interface OccurrenceFieldsProps {
  readonly label: string
  readonly name: string
  readonly nth: number
  readonly among: readonly Occurrence[]
  readonly textOf: (name: string) => string
  readonly onChange: (name: string, nth: number) => void
}

const mostNth = 1_000_000

function OccurrenceFields(props: OccurrenceFieldsProps) {
  const { label, name, nth, among, textOf, onChange } = props
  const times = among.find((occurrence) => occurrence.name === name)?.times ?? 0
  return (
    <>
      <Select label={label} value={name} onChange={(value) => onChange(value, 1)}>
        {times === 0 && <option value={name}>{textOf(name)}</option>}
        {among.map((occurrence) => (
          <option key={occurrence.name} value={occurrence.name}>
            {textOf(occurrence.name)}
          </option>
        ))}
      </Select>
      <NumberField
        label="Which time"
        hint={times === 0 ? 'This run does not have it.' : `This run has it ${times}×.`}
        min={1}
        max={mostNth}
        value={nth}
        onChange={(value) => onChange(name, Math.round(value))}
      />
    </>
  )
}
