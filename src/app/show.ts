import type { Scenario } from '../document/scenario'
import { simulate } from '../engine'
import { lessons } from '../lessons'
import { createLoop } from '../playback/loop'
import { createPlayground } from '../stores/playground'
import type { Stage } from '../stores/react'
import { readTokens } from '../ui/tokens'

/** A run that is only shown: nothing of it is kept. */
export function createShow(scenario: Scenario): Stage {
  const loop = createLoop()
  const playground = createPlayground({
    lessons: withFirst(scenario.lesson),
    simulate,
    loop,
    reducedMotion: () => readTokens().motionReduced,
  })
  playground.openScenario(scenario)
  return { loop, playground }
}

/** All lessons, since a script may open another; the first is what a playground begins with. */
const withFirst = (id: string) => [
  ...lessons.filter((lesson) => lesson.id === id),
  ...lessons.filter((lesson) => lesson.id !== id),
]
