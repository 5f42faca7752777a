import { useId, type ReactNode } from 'react'
import styles from './Field.module.css'

interface ControlIds {
  readonly id: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
}

interface FieldProps {
  readonly label: string
  readonly hint?: string | undefined
  /** A sentence that says what is wrong and what would be right. */
  readonly error?: string | undefined
  /** Shown at the end of the label's line, such as the value of a slider. */
  readonly aside?: ReactNode
  readonly children: (control: ControlIds) => ReactNode
}

/** A control with its label, hint and error, joined for assistive technology. */
export function Field({ label, hint, error, aside, children }: FieldProps) {
  const id = useId()
  const note = error ?? hint
  return (
    <div className={styles.field}>
      <span className={styles.head}>
        <label htmlFor={id}>{label}</label>
        {aside}
      </span>
      {children({
        id,
        ...(note && { 'aria-describedby': `${id}-note` }),
        ...(error && { 'aria-invalid': true }),
      })}
      {note && (
        <span id={`${id}-note`} className={error ? styles.error : styles.hint}>
          {note}
        </span>
      )}
    </div>
  )
}
