import { ExternalLink } from 'lucide-react'
import type { Lesson } from '../../lessons/definition'
import styles from './LessonPanel.module.css'

export function Sources({ lesson }: { readonly lesson: Lesson }) {
  if (lesson.sources.length === 0) return null
  return (
    <details className={styles.more}>
      <summary>Sources</summary>
      <ul className={styles.sources}>
        {lesson.sources.map(({ title, url }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noreferrer">
              {title}
              <ExternalLink size={12} aria-label="opens in a new tab" />
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
