import { createRoot } from 'react-dom/client'
import '../../styles/base.css'
import '../../styles/tokens.css'
import { simulate } from '../../engine'
import { createLoop } from '../../playback/loop'
import { createPlayground } from '../../stores/playground'
import { PlaygroundContext } from '../../stores/react'
import { Stage } from '../../ui/canvas/Stage'
import { offer } from '../offer'
import { crowdLesson, fullAtMs } from './crowdLesson'

export interface FramesQuestion {
  /** In flight at any moment. */
  readonly messages: number
  readonly lastingMs: number
}

export interface FramesAnswer {
  /** Real ms between one frame and the next. */
  readonly framesMs: readonly number[]
}

const loop = createLoop()
const playground = createPlayground({ lesson: crowdLesson, simulate, loop })

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root.')
root.style.blockSize = '800px'
root.style.display = 'grid'
createRoot(root).render(
  <PlaygroundContext value={{ playground, loop }}>
    <Stage />
  </PlaygroundContext>,
)

offer(async ({ messages, lastingMs }: FramesQuestion): Promise<FramesAnswer> => {
  const { scenario } = playground.getState()
  if (scenario.params?.['messages'] !== messages) playground.setParam('messages', messages)
  if (!playground.playback.getState().playing) {
    playground.seek(fullAtMs)
    playground.play()
  }
  return { framesMs: await deltas(lastingMs) }
})

function deltas(lastingMs: number): Promise<readonly number[]> {
  const framesMs: number[] = []
  let elapsedMs = 0
  return new Promise((resolve) => {
    const forget = loop.add((sinceMs) => {
      elapsedMs += sinceMs
      if (sinceMs > 0) framesMs.push(sinceMs)
      if (elapsedMs < lastingMs) return true
      forget()
      resolve(framesMs)
      return false
    })
  })
}
