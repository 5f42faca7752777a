import type { PassedPoint, Run, TraceEvent } from '../engine'
import { factsOf, subjectOf } from './facts'
import type { Crash } from './facts'
import type { Flight, Frame, Head, Moment } from './frame'
import type { Names } from './names'
import { timeText } from './names'
import { parsePoint, phaseText } from './phaseTexts'

/** What the sentence of the moment is made from. */
interface MomentSources {
  readonly run: Run
  readonly names: Names
  readonly flights: readonly Flight[]
  readonly narrated: readonly number[]
  readonly sentence: (index: number) => string
  /** Place in `narrated` of the last one at or before an event. */
  readonly placeOf: (index: number) => number
  readonly frameAt: (head: Head) => Frame
}

/** An event stays the moment's for so long, unless a weightier one comes: 6 virtual ms are 0.3 s at the teaching pace. */
const momentUs = 6_000

/** Who knows what, now; one object an event, so that a moment that lasts is the same at every frame. */
export class Moments {
  private readonly made = new Map<number, Moment>()

  constructor(private readonly sources: MomentSources) {}

  at(head: Head): Moment {
    const event = weightiest(head, this.sources)
    if (event === undefined) return nothingYet
    if (head.timeUs - event.timeUs >= momentUs) {
      const down = downMoment(head, this.sources)
      if (down !== null) return down
    }
    const made = this.made.get(event.index) ?? this.make(event)
    this.made.set(event.index, made)
    return made
  }

  private make(event: TraceEvent): Moment {
    const { timeUs, index } = event
    if (event.kind === 'crashed') return crashMoment(event, this.sources)
    const verdict = event.kind === 'ended' ? ` ${verdictAt(event, this.sources)}` : ''
    const text = this.sources.sentence(index) + verdict
    return { timeUs, point: null, text, facts: [] }
  }
}

const nothingYet: Moment = { timeUs: 0, point: null, text: 'Nothing has happened yet.', facts: [] }

/** What the checks say at the end. */
function verdictAt({ timeUs, index }: TraceEvent, { frameAt, names }: MomentSources): string {
  const checks = [...frameAt({ timeUs, index }).checks]
  const broken = checks.filter(([, { state }]) => state === 'broken')
  const [first, ...others] = broken
  if (first === undefined) return checks.length === 0 ? '' : 'Every check holds.'
  if (others.length > 0) return `${broken.length} checks are broken.`
  return `Broken: “${names.claim(first[0])}”.`
}

/** What was known where at the crash itself; what others do afterwards does not change it. */
function crashMoment(crash: Crash, sources: MomentSources): Moment {
  const { names, run, flights, sentence, frameAt } = sources
  const { timeUs, index } = crash
  const subject = subjectOf(crash, run.trace.events, flights)
  const facts = factsOf(crash, subject, frameAt({ timeUs, index }), names)
  const passed = pointBefore(crash, run)
  const point = passed === undefined ? null : parsePoint(passed.point)
  if (passed === undefined || point === null)
    return { timeUs, point: null, text: sentence(index), facts }
  const message = subject.flight === undefined ? null : names.message(subject.flight)
  return {
    timeUs,
    point: `${point.phase}(${point.label}) #${passed.nth}`,
    text: phaseText(point, names.title(crash.service), message) ?? sentence(index),
    facts,
  }
}

/** The event to speak of: the one stepped to, else the weightiest of the last moments, else the last. */
function weightiest(head: Head, sources: MomentSources): TraceEvent | undefined {
  const { events } = sources.run.trace
  const newest = sources.placeOf(head.index)
  const last = events[sources.narrated[newest] ?? -1]
  if (last === undefined || (last.index === head.index && last.timeUs === head.timeUs)) return last
  let best = last
  for (let place = newest - 1; place >= 0; place--) {
    const event = events[sources.narrated[place] ?? -1]
    if (event === undefined || head.timeUs - event.timeUs >= momentUs) break
    if (weight(event) > weight(best)) best = event
  }
  return best
}

function weight(event: TraceEvent): number {
  switch (event.kind) {
    case 'ended':
      return 4
    case 'checkBroken':
      return 3
    case 'crashed':
    case 'messageLost':
    case 'transactionsLost':
    case 'faultApplied':
      return 2
    case 'transactionCommitted':
    case 'transactionAborted':
    case 'restarted':
      return 1
    default:
      return 0
  }
}

/** Nothing happens, because somebody is not there. */
function downMoment(head: Head, { frameAt, names }: MomentSources): Moment | null {
  for (const { id, status, sinceUs, backAtUs } of frameAt(head).services.values()) {
    if (status !== 'crashed') continue
    const until = backAtUs === null ? '' : ` until ${timeText(backAtUs)}`
    const text = `${names.title(id)} is down${until}. Its disk keeps what it had.`
    return { timeUs: sinceUs, point: null, text, facts: [] }
  }
  return null
}

/** The failure point at which a fault made this crash. */
function pointBefore(crash: Crash, run: Run): PassedPoint | undefined {
  const fault = run.trace.events[crash.cause]
  if (fault?.kind !== 'faultApplied' || fault.cause < 0) return undefined
  return run.trace.points.findLast(
    ({ event, point }) => event === fault.index - 1 && point.startsWith(`${crash.service}/`),
  )
}
