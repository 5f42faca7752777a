import type { ReactNode } from 'react'
import { Sign } from '../ui/marks/Sign'
import styles from './Trouble.module.css'

interface TroubleProps {
  readonly title: string
  /** What happened, what it means, what to do. */
  readonly text: string
  /** Link that repeats it. */
  readonly link?: string
  readonly actions: ReactNode
  readonly children?: ReactNode
}

/** In place of a page that cannot be shown. */
export function Trouble({ title, text, link, actions, children }: TroubleProps) {
  return (
    <div className={styles.trouble} role="alert">
      <Sign name="broken" scale={1.6} />
      <h1>{title}</h1>
      <p className={styles.text}>{text}</p>
      {link && <code className={styles.link}>{link}</code>}
      <div className={styles.actions}>{actions}</div>
      {children}
    </div>
  )
}
