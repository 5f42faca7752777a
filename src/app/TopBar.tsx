import type { ReactNode, Ref } from 'react'
import { Sign } from '../ui/marks/Sign'
import { homeHref } from './route'
import styles from './TopBar.module.css'

interface TopBarProps {
  /** Beside the name: where the reader is. */
  readonly children?: ReactNode
  readonly tools: ReactNode
  /** Only the sign, where there is no room for the name. */
  readonly short?: boolean
  readonly ref?: Ref<HTMLElement>
}

export function TopBar({ children, tools, short = false, ref }: TopBarProps) {
  return (
    <header ref={ref} className={styles.bar}>
      <a href={homeHref} className={styles.brand} aria-label="Faultline, home">
        <Sign name="logo" />
        {!short && <span>Faultline</span>}
      </a>
      {children}
      <div className={styles.tools}>{tools}</div>
    </header>
  )
}
