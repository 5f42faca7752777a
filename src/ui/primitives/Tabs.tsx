import { useId, type KeyboardEvent, type ReactNode } from 'react'
import { classes } from './classes'
import { nextTab } from './tabKeys'
import styles from './Tabs.module.css'

export interface Tab {
  readonly id: string
  readonly title: ReactNode
}

interface TabsProps {
  readonly label: string
  readonly tabs: readonly Tab[]
  readonly value: string
  readonly onChange: (id: string) => void
  /** `mono` for file names. */
  readonly look?: 'sans' | 'mono'
  /** Content of the chosen tab. */
  readonly children: ReactNode
  /** Shown at the end of the row of tabs. */
  readonly aside?: ReactNode
  readonly className?: string | undefined
}

/** Tabs of which one shows its panel. Arrow keys choose at once. */
export function Tabs(props: TabsProps) {
  const { label, tabs, value, onChange, look = 'sans', children, aside, className } = props
  const base = useId()
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.id === value)
    const next = tabs[nextTab(tabs.length, at, event.key) ?? -1]
    if (!next) return
    event.preventDefault()
    event.stopPropagation()
    onChange(next.id)
    document.getElementById(`${base}-${next.id}`)?.focus()
  }
  return (
    <div className={classes(styles.tabs, className)}>
      <div className={styles.bar}>
        <div role="tablist" aria-label={label} className={classes(styles.list, styles[look])}>
          {tabs.map((tab) => (
            <button
              key={tab.id}
              id={`${base}-${tab.id}`}
              type="button"
              role="tab"
              aria-selected={tab.id === value}
              aria-controls={`${base}-panel`}
              tabIndex={tab.id === value ? 0 : -1}
              className={styles.tab}
              onClick={() => onChange(tab.id)}
              onKeyDown={onKeyDown}
            >
              {tab.title}
            </button>
          ))}
        </div>
        {aside}
      </div>
      <div
        id={`${base}-panel`}
        role="tabpanel"
        aria-labelledby={`${base}-${value}`}
        className={styles.panel}
      >
        {children}
      </div>
    </div>
  )
}
