import { useId } from 'react'
import styles from './Segmented.module.css'

interface SegmentedOption {
  readonly value: string
  readonly label: string
  readonly title?: string
}

interface SegmentedProps {
  readonly label: string
  readonly options: readonly SegmentedOption[]
  readonly value: string
  readonly onChange: (value: string) => void
}

/** One of few: radio buttons in a row, so arrow keys choose. */
export function Segmented({ label, options, value, onChange }: SegmentedProps) {
  const name = useId()
  return (
    <fieldset className={styles.group}>
      <legend className="visually-hidden">{label}</legend>
      <div className={styles.row}>
        {options.map((option) => (
          <label key={option.value} className={styles.option} title={option.title}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
