import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes'
import styles from './Notice.module.css'

export type Tone = 'info' | 'warning' | 'error'

const icons = { info: Info, warning: TriangleAlert, error: CircleAlert } as const

interface NoticeProps {
  readonly tone: Tone
  readonly title?: string
  readonly children: ReactNode
  /** Buttons and links: the ways on. */
  readonly actions?: ReactNode
  readonly className?: string | undefined
}

/** A sentence that stays where it is: what happened, what it means, what to do. */
export function Notice({ tone, title, children, actions, className }: NoticeProps) {
  const Icon = icons[tone]
  return (
    <div className={classes(styles.notice, styles[tone], className)}>
      <Icon className={styles.icon} aria-hidden />
      <div className={styles.text}>
        {title && <strong>{title}</strong>}
        <div>{children}</div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}
