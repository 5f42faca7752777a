import { Link, Search } from 'lucide-react'
import { useState } from 'react'
import type { Scenario } from '../document/scenario'
import { abouts } from '../lessons'
import outbox from '../lessons/transactional-outbox/lesson'
import { PlaygroundContext } from '../stores/react'
import { Home } from '../ui/home/Home'
import { Lead } from '../ui/home/Lead'
import { Button } from '../ui/primitives/Button'
import { IconButton } from '../ui/primitives/IconButton'
import { Kbd } from '../ui/primitives/Kbd'
import { CommonDialogs } from './dialogs/CommonDialogs'
import { showDialog } from './dialogs/dialogs'
import { generalCommands } from './keyboard/generalCommands'
import { useShortcuts } from './keyboard/useShortcuts'
import { useWidthClass } from './layout/useWidthClass'
import { go, lessonHref } from './route'
import { createShow } from './show'
import { ThemeButton } from './ThemeButton'
import { TopBar } from './TopBar'
import { useLastRun } from './useLastRun'
import styles from './HomePage.module.css'

/** The first thing that moves: orders, an outbox, a relay. */
const running = { v: 1, lesson: outbox.id, variant: 'outbox' } as const

export function HomePage() {
  useShortcuts(generalCommands)
  return (
    <div className={styles.page}>
      <TopBar tools={<Tools />} />
      <main id="main" tabIndex={-1} className={styles.main}>
        <Home lessons={abouts} hrefOf={lessonHref} lead={<Live />} />
      </main>
      <CommonDialogs commands={generalCommands} />
    </div>
  )
}

/** The code of links is loaded when the first one is made. */
async function visit(scenario: Scenario) {
  const { addressOf } = await import('./dialogs/openScenario')
  go(await addressOf(scenario))
}

function Live() {
  const [show] = useState(() => createShow(outbox, running))
  const lastRun = useLastRun()
  return (
    <PlaygroundContext value={show}>
      <Lead
        onBreak={(scenario) => void visit(scenario)}
        watchHref={lessonHref(running.lesson)}
        lastRun={lastRun}
      />
    </PlaygroundContext>
  )
}

function Tools() {
  const phone = useWidthClass() === 'phone'
  if (phone)
    return (
      <>
        <IconButton label="Find a lesson" onClick={() => showDialog('palette')}>
          <Search />
        </IconButton>
        <IconButton label="Open a link" onClick={() => showDialog('open')}>
          <Link />
        </IconButton>
        <ThemeButton />
      </>
    )
  return (
    <>
      <Button tone="quiet" onClick={() => showDialog('palette')}>
        Find a lesson <Kbd keys="mod+k" />
      </Button>
      <Button tone="quiet" onClick={() => showDialog('open')}>
        Open a link
      </Button>
      <ThemeButton />
    </>
  )
}
