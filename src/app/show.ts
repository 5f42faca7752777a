import type { Scenario } from '../document/scenario'
import { simulate } from '../engine'
import { loadedLesson } from '../lessons'
import type { Lesson } from '../lessons/definition'
import { createLoop } from '../playback/loop'
import { createPlayground } from '../stores/playground'
import type { Stage } from '../stores/react'
import { readTokens } from '../ui/tokens'

/** A run that is only shown: nothing of it is kept. A script may open other lessons in it, once they are loaded. */
export function createShow(lesson: Lesson, scenario: Scenario): Stage {
  const loop = createLoop()
  const playground = createPlayground({
    lesson,
    lessonById: loadedLesson,
    simulate,
    loop,
    reducedMotion: () => readTokens().motionReduced,
  })
  playground.openScenario(scenario)
  return { loop, playground }
}
