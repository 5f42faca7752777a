import type { ComponentProps } from 'react'
import { Button } from './Button'
import { classes } from './classes'
import { Tooltip } from './Tooltip'
import styles from './IconButton.module.css'

type IconButtonProps = Omit<ComponentProps<typeof Button>, 'aria-label'> & {
  /** Spoken name, also the tooltip. */
  readonly label: string
  /** Shortcut shown in the tooltip, such as `mod+k`. */
  readonly keys?: string | undefined
}

export function IconButton({ label, keys, tone = 'quiet', className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <Button
        {...rest}
        tone={tone}
        aria-label={label}
        className={classes(styles.icon, className)}
      />
    </Tooltip>
  )
}
