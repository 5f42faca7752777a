import type { ReactNode } from 'react'
import { classes } from '../primitives/classes'
import styles from './LessonLink.module.css'

interface LessonLinkProps {
  readonly title: string
  readonly line: string
  readonly href: string
  readonly before?: ReactNode
  readonly after?: ReactNode
  /** `quote` sets the line in the italic of a soundbite. */
  readonly look?: 'plain' | 'quote'
}

/** One line of the index. */
export function LessonLink({ title, line, href, before, after, look = 'plain' }: LessonLinkProps) {
  return (
    <a href={href} className={styles.row}>
      {before}
      <span className={styles.text}>
        <span className={styles.title}>{title}</span>
        <span className={classes(styles.line, styles[look])}>{line}</span>
      </span>
      {after}
    </a>
  )
}
