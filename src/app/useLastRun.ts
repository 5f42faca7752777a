import { useEffect, useState } from 'react'
import type { Scenario } from '../document/scenario'
import { aboutById } from '../lessons'
import { whenIdle } from '../ui/primitives/whenIdle'

interface LastRun {
  readonly href: string
  /** How far its disk holds it. */
  readonly timeMs: number
}

/** The run to go on with, once the page stands and the disk has been asked. */
export function useLastRun(): LastRun | null {
  const [found, setFound] = useState<LastRun | null>(null)
  useEffect(() => {
    let wanted = true
    const ask = async () => {
      const { lastRun } = await import('../stores/lastRun')
      const scenario = await lastRun()
      const run = scenario && (await linkTo(scenario))
      if (wanted) setFound(run)
    }
    const cancel = whenIdle(() => void ask())
    return () => {
      wanted = false
      cancel()
    }
  }, [])
  return found
}

/** Another version of this page may have kept it, with a lesson that is gone. */
async function linkTo(scenario: Scenario): Promise<LastRun | null> {
  if (!aboutById(scenario.lesson)) return null
  const { addressOf } = await import('./dialogs/openScenario')
  return { href: await addressOf(scenario), timeMs: scenario.cursorMs ?? 0 }
}
