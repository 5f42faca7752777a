import { checkAgainstLesson } from '../document/checkAgainstLesson'
import { parseScenario } from '../document/parse'
import { whyImpossible } from '../document/possible'
import type { Result } from '../document/scenario'
import { toMs } from '../engine'
import type { Claim, Fault } from '../engine'
import type { Lesson } from '../lessons/definition'
import type { CheckFrame } from '../playback/frame'
import { decodeLink, encodeLink } from '../share/link'
import type { PlaygroundApi } from './playground.types'
import { sharedScenario } from './shared'

declare global {
  interface Window {
    faultline?: Faultline
  }
}

/** Scripting from the console: every command takes effect at once, and one that cannot throws a sentence. */
export interface Faultline {
  state(): FaultlineState
  play(): void
  pause(): void
  /** Goes to a virtual time in ms. */
  seek(timeMs: number): void
  /** Goes so many events of the log on, or back when negative. */
  step(count?: number): void
  /** Adds a fault and runs again; the head stays. */
  inject(fault: Fault): void
  setVariant(id: string): void
  /** Shows a second variant beside the first; null for none. */
  compare(id: string | null): void
  /** The link to exactly this run at exactly this moment. */
  link(): string
  /** Opens such a link. */
  open(link: string): void
}

interface FaultlineState {
  readonly lesson: string
  readonly variant: string
  readonly timeMs: number
  readonly endMs: number
  readonly playing: boolean
  readonly digest: string
  readonly checks: readonly FaultlineCheck[]
}

/** `holds`, `brokenAtMs` and `why` speak of the whole run; `now` of the moment that is shown. */
interface FaultlineCheck {
  readonly id: string
  readonly claim: Claim
  readonly holds: boolean
  readonly brokenAtMs: number | null
  readonly why: string
  readonly now: CheckFrame['state']
}

interface FaultlineOptions {
  readonly lessons: readonly Lesson[]
  /** The page's address without its fragment: what a link begins with. */
  readonly base: () => string
  /** Called when a link has been opened, so that the page can go to its lesson. */
  readonly opened?: (lesson: string) => void
}

/** Makes the object that the page offers as `window.faultline`. */
export function createFaultline(playground: PlaygroundApi, options: FaultlineOptions): Faultline {
  return {
    state: () => stateOf(playground),
    play: () => playground.play(),
    pause: () => playground.pause(),
    seek: (timeMs) => playground.seek(finite(timeMs, 'A time in ms')),
    step: (count = 1) => playground.step(Math.trunc(finite(count, 'A number of steps'))),
    inject: (fault) => playground.inject(checkedFault(fault, playground)),
    setVariant: (id) => obeyed(playground, () => playground.setVariant(id)),
    compare: (id) => obeyed(playground, () => playground.setCompare(id)),
    link: () =>
      encodeLink(sharedScenario(playground), playground.getState().lesson, options.base()),
    open(link) {
      const scenario = valueOf(decodeLink(link, options.lessons))
      obeyed(playground, () => playground.openScenario(scenario))
      options.opened?.(scenario.lesson)
    },
  }
}

function stateOf(playground: PlaygroundApi): FaultlineState {
  const { lesson, scenario, run } = playground.getState()
  const { head, playing } = playground.playback.getState()
  const now = playground.frame().checks
  return {
    lesson: lesson.id,
    variant: scenario.variant ?? lesson.variants[0]?.id ?? '',
    timeMs: toMs(head.timeUs),
    endMs: toMs(run.endUs),
    playing,
    digest: run.digest,
    checks: run.checks.map(({ id, claim, holds, brokenAtUs, why }) => ({
      id,
      claim,
      holds,
      brokenAtMs: brokenAtUs === null ? null : toMs(brokenAtUs),
      why,
      now: now.get(id)?.state ?? 'open',
    })),
  }
}

/** What is typed into a console is as untrusted as a link. */
function checkedFault(fault: Fault, playground: PlaygroundApi): Fault {
  const { lesson } = playground.getState()
  const document = valueOf(parseScenario({ v: 1, lesson: lesson.id, faults: [fault] }))
  valueOf(checkAgainstLesson(document, lesson))
  const impossible = whyImpossible(fault)
  if (impossible !== undefined) throw new Error(impossible)
  return document.faults?.[0] ?? fault
}

/** Runs a command; when the playground answers with an error, the script gets it too. */
function obeyed(playground: PlaygroundApi, command: () => void): void {
  const before = playground.getState().notice
  command()
  const { notice } = playground.getState()
  if (notice !== null && notice !== before && notice.tone === 'error') throw new Error(notice.text)
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error)
  return result.value
}

function finite(value: number, what: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw new Error(`${what} must be a number, not ${String(value)}.`)
}
