import { X } from 'lucide-react'
import { useId, type CSSProperties, type ReactNode } from 'react'
import { classes } from './classes'
import { IconButton } from './IconButton'
import styles from './Panel.module.css'

interface PanelProps {
  readonly title: string
  /** Beside the title, such as a filter. */
  readonly actions?: ReactNode
  /** Shows a cross; the owner unmounts the panel and offers a way to open it again. */
  readonly onClose?: (() => void) | undefined
  readonly className?: string | undefined
  readonly style?: CSSProperties
  readonly children: ReactNode
}

/** A named region with a small heading and a body that scrolls. */
export function Panel({ title, actions, onClose, className, style, children }: PanelProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={classes(styles.panel, className)} style={style}>
      <header className={styles.header}>
        <h2 id={id} className="caption">
          {title}
        </h2>
        <div className={styles.actions}>
          {actions}
          {onClose && (
            <IconButton label={`Close ${title.toLowerCase()}`} size="small" onClick={onClose}>
              <X />
            </IconButton>
          )}
        </div>
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  )
}
