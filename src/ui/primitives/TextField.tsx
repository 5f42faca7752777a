import type { ComponentProps } from 'react'
import { classes } from './classes'
import { Field } from './Field'
import styles from './TextField.module.css'

type TextFieldProps = Omit<ComponentProps<'input'>, 'id'> & {
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
}

export function TextField({ label, hint, error, className, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <input type="text" {...rest} {...control} className={classes(styles.input, className)} />
      )}
    </Field>
  )
}
