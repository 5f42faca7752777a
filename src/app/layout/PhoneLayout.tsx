import { useRef, useState, type TouchEvent } from 'react'
import { Stage } from '../../ui/canvas/Stage'
import { Notices } from '../lesson/Notices'
import { Controls } from './Controls'
import { swipeOf } from './swipe'
import {
  ChecksStrip,
  CodePanel,
  FaultList,
  FiguresPanel,
  LessonPanel,
  LogPanel,
  RowsPanel,
  Timeline,
} from './later'
import { sideTabTitles, type SideTab } from './panels'
import styles from './PhoneLayout.module.css'
import { useSideTabs } from './useSideTabs'

type Page = 'picture' | SideTab

/** Canvas and cue first; code, rows and log one swipe away; time always at hand. */
export function PhoneLayout() {
  const pages: readonly Page[] = ['picture', ...useSideTabs()]
  const [page, setPage] = useState<Page>('picture')
  const swipe = useSwipe((direction) => {
    const next = pages[pages.indexOf(page) + direction]
    if (next) setPage(next)
  })
  return (
    <div className={styles.layout}>
      <div key={page} className={styles.page} {...swipe}>
        <PageContent page={page} />
      </div>
      <div className={styles.strip}>
        <Notices />
        <ChecksStrip />
      </div>
      <section aria-label="Time" className={styles.dock}>
        <div className={styles.timeline} data-no-swipe>
          <Timeline />
        </div>
        <div className={styles.controls}>
          <Controls />
        </div>
      </section>
      <nav aria-label="Views" className={styles.nav}>
        {pages.map((name) => (
          <button
            key={name}
            type="button"
            aria-current={name === page ? 'page' : undefined}
            onClick={() => setPage(name)}
          >
            {name === 'picture' ? 'Picture' : sideTabTitles[name]}
          </button>
        ))}
      </nav>
    </div>
  )
}

function PageContent({ page }: { readonly page: Page }) {
  switch (page) {
    case 'picture':
      return (
        <>
          <div className={styles.canvas} data-no-swipe>
            <Stage />
          </div>
          <h2 className="visually-hidden">Lesson</h2>
          <LessonPanel />
        </>
      )
    case 'code':
      return (
        <>
          <CodePanel />
          <FaultList />
        </>
      )
    case 'rows':
      return <RowsPanel />
    case 'figures':
      return <FiguresPanel />
    case 'log':
      return <LogPanel />
  }
}

/** Touch handlers that tell a swipe from scrolling; what has its own use for a finger says `data-no-swipe`. */
function useSwipe(onSwipe: (direction: -1 | 1) => void) {
  const start = useRef<{ x: number; y: number } | null>(null)
  return {
    onTouchStart: (event: TouchEvent) => {
      const touch = event.touches[0]
      const own = event.target instanceof Element && event.target.closest('[data-no-swipe],input')
      start.current = touch && !own ? { x: touch.clientX, y: touch.clientY } : null
    },
    onTouchEnd: (event: TouchEvent) => {
      const touch = event.changedTouches[0]
      if (!start.current || !touch) return
      const direction = swipeOf(touch.clientX - start.current.x, touch.clientY - start.current.y)
      if (direction !== 0) onSwipe(direction)
    },
  }
}
