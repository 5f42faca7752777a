import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'
import styles from './Button.module.css'

interface Look {
  /** `fault` breaks something, `ink` is the one way on, `quiet` has no frame. */
  readonly tone?: 'outline' | 'quiet' | 'ink' | 'fault'
  readonly size?: 'small' | 'normal' | 'large'
  readonly icon?: ReactNode
}

type ButtonProps = ComponentProps<'button'> & Look
type ButtonLinkProps = ComponentProps<'a'> & Look & { readonly href: string }

const look = (tone: Look['tone'] = 'outline', size: Look['size'] = 'normal', more?: string) =>
  classes(styles.button, styles[tone], styles[size], more)

export function Button({ tone, size, icon, className, children, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={look(tone, size, className)}>
      {icon}
      {children}
    </button>
  )
}

export function ButtonLink({ tone, size, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <a {...rest} className={look(tone, size, className)}>
      {icon}
      {children}
    </a>
  )
}
