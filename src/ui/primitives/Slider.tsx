import { Field } from './Field'
import styles from './Slider.module.css'

interface SliderProps {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step?: number
  /** The value in words, shown and spoken; the number when left out. */
  readonly text?: string
  readonly hint?: string
  readonly onChange: (value: number) => void
}

export function Slider(props: SliderProps) {
  const { label, value, min, max, step = 1, text = String(value), hint, onChange } = props
  return (
    <Field label={label} hint={hint} aside={<output className={styles.value}>{text}</output>}>
      {(control) => (
        <input
          {...control}
          type="range"
          className={styles.range}
          min={min}
          max={max}
          step={step}
          value={value}
          aria-valuetext={text}
          onChange={(event) => onChange(event.target.valueAsNumber)}
        />
      )}
    </Field>
  )
}
