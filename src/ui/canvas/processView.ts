import type { Frame, ServiceFrame } from '../../playback/frame'
import type { Process } from './stands'
import { memoryLines, stepText } from './memory'

/** What is drawn of one process at one moment. Plain data, so that equal pictures are not drawn twice. */
export interface ProcessView {
  readonly status: ServiceFrame['status']
  readonly sinceUs: number
  readonly backAtUs: number | null
  /** What it has in memory, one line a running handler; none when idle. */
  readonly memory: readonly string[]
  /** What a dead process was doing and now has forgotten. */
  readonly forgotten: string
  readonly slowFactor: number
  readonly skewUs: number
  /** It came back just now. */
  readonly restarted: boolean
}

/** How long a change stays lit, in virtual µs: 280 ms at the teaching pace. */
export const litUs = 5_600
const restartLitUs = 12_000

const unknown: ProcessView = {
  status: 'up',
  sinceUs: 0,
  backAtUs: null,
  memory: [],
  forgotten: '',
  slowFactor: 1,
  skewUs: 0,
  restarted: false,
}

export function processView(frame: Frame, process: Process): ProcessView {
  const service = frame.services.get(process.id)
  if (service === undefined) return unknown
  const { status, sinceUs, backAtUs, slowFactor, skewUs, lastStep } = service
  return {
    status,
    sinceUs,
    backAtUs,
    memory: process.kind === 'client' ? clientMemory(service) : memoryOf(service, frame),
    forgotten: status === 'crashed' && lastStep ? stepText(lastStep) : '',
    slowFactor,
    skewUs,
    restarted: status === 'up' && sinceUs > 0 && frame.head.timeUs - sinceUs < restartLitUs,
  }
}

function memoryOf(service: ServiceFrame, frame: Frame): readonly string[] {
  return memoryLines(service, frame.head.timeUs)
}

function clientMemory(service: ServiceFrame): readonly string[] {
  const count = service.handlers.length
  return count === 0 ? [] : [count === 1 ? 'waits for 1' : `waits for ${count}`]
}

/** A system of someone else, which is asked by ours; a person at a screen explains itself. */
const isForeign = ({ kind, outside }: Process) => outside && kind !== 'client'

/** One sentence for a screen reader. */
export function processSentence(process: Process, view: ProcessView): string {
  const parts = [process.title, ...(isForeign(process) ? ['outside'] : []), statusText(view)]
  if (view.slowFactor !== 1) parts.push(`${view.slowFactor} times slower`)
  if (view.skewUs !== 0) parts.push(`clock off by ${view.skewUs / 1000} ms`)
  return parts.join(', ')
}

function statusText(view: ProcessView): string {
  const back = view.backAtUs === null ? '' : `, back at ${view.backAtUs / 1000} ms`
  switch (view.status) {
    case 'crashed':
      return `dead since ${view.sinceUs / 1000} ms, memory lost${back}`
    case 'paused':
      return `paused since ${view.sinceUs / 1000} ms${back}, memory kept`
    case 'up':
      return view.memory.length === 0 ? 'idle' : view.memory.join('; ')
  }
}
