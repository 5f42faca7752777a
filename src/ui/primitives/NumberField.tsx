import { useState } from 'react'
import { Field } from './Field'
import styles from './NumberField.module.css'

interface NumberFieldProps {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step?: number
  readonly unit?: string
  readonly hint?: string
  readonly onChange: (value: number) => void
}

/** A number that is taken over on Enter or on leaving; out of range says so and keeps the old one. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, min, max, step = 1, unit, hint, onChange } = props
  const [draft, setDraft] = useState<string | null>(null)
  const wrong = draft !== null && !isInside(draft, min, max)
  const take = () => {
    if (draft !== null && !wrong && Number(draft) !== value) onChange(Number(draft))
    setDraft(null)
  }
  const error = wrong ? `A number from ${min} to ${max}, please.` : undefined
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <span className={styles.row}>
          <input
            {...control}
            type="number"
            className={styles.input}
            min={min}
            max={max}
            step={step}
            value={draft ?? value}
            onChange={(event) => setDraft(event.target.value)}
            onBlur={take}
            onKeyDown={(event) => {
              if (event.key === 'Enter') take()
              if (event.key === 'Escape') setDraft(null)
            }}
          />
          {unit && <span className={styles.unit}>{unit}</span>}
        </span>
      )}
    </Field>
  )
}

const isInside = (text: string, min: number, max: number) =>
  text.trim() !== '' && Number(text) >= min && Number(text) <= max
