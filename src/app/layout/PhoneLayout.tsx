import {
  useEffect,
  useRef,
  useState,
  type Dispatch,
  type SetStateAction,
  type TouchEvent,
} from 'react'
import { usePlayback } from '../../stores/react'
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

type Page = 'picture' | 'lesson' | SideTab

/** Canvas and cue first; lesson, code, rows and log one swipe away; time always at hand. */
export function PhoneLayout() {
  const pages: readonly Page[] = ['picture', 'lesson', ...useSideTabs()]
  const [page, setPage] = useState<Page>('picture')
  useTurnToPicture(setPage)
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
            {titles[name]}
          </button>
        ))}
      </nav>
    </div>
  )
}

const titles: Readonly<Record<Page, string>> = {
  picture: 'Picture',
  lesson: 'Lesson',
  ...sideTabTitles,
}

function PageContent({ page }: { readonly page: Page }) {
  switch (page) {
    case 'picture':
      return (
        <div className={styles.canvas} data-no-swipe>
          <Stage />
        </div>
      )
    case 'lesson':
      return (
        <>
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

/** Who starts something in the lesson wants to see it. */
function useTurnToPicture(setPage: Dispatch<SetStateAction<Page>>): void {
  const playing = usePlayback((playback) => playback.playing)
  useEffect(() => {
    if (playing) setPage((page) => (page === 'lesson' ? 'picture' : page))
  }, [playing, setPage])
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
