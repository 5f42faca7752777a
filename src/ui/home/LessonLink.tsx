import type { ReactNode } from 'react'
import { classes } from '../primitives/classes'
import styles from './LessonLink.module.css'

interface LessonLinkProps {
  readonly title: string
  readonly line: string
  /** Where the lesson is; null while it is still to come. */
  readonly href: string | null
  readonly before?: ReactNode
  readonly after?: ReactNode
  /** `quote` sets the line in the italic of a soundbite. */
  readonly look?: 'plain' | 'quote'
}

/** One line of the index: a link to the lesson, or an honest «soon». */
export function LessonLink({ title, line, href, before, after, look = 'plain' }: LessonLinkProps) {
  const content = (
    <>
      {before}
      <span className={styles.text}>
        <span className={styles.title}>
          {title}
          {href === null && <span className={styles.soon}>soon</span>}
        </span>
        <span className={classes(styles.line, styles[look])}>{line}</span>
      </span>
      {after}
    </>
  )
  if (href === null) return <div className={classes(styles.row, styles.coming)}>{content}</div>
  return (
    <a href={href} className={classes(styles.row, styles.open)}>
      {content}
    </a>
  )
}
