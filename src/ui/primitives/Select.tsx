import type { ComponentProps } from 'react'
import { Field } from './Field'
import styles from './TextField.module.css'

type SelectProps = Omit<ComponentProps<'select'>, 'id' | 'onChange'> & {
  readonly label: string
  readonly hint?: string | undefined
  readonly onChange: (value: string) => void
}

export function Select({ label, hint, onChange, children, ...rest }: SelectProps) {
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <select
          {...rest}
          {...control}
          className={styles.input}
          onChange={(event) => onChange(event.target.value)}
        >
          {children}
        </select>
      )}
    </Field>
  )
}
