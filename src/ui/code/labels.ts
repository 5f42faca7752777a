import type { Trace } from '../../engine'
import { kindOf, labelOf } from './effectKinds'
import { handledBy, type Listing } from './listing'
import { locate } from './locate'

/** Step → what stands in the brackets of its failure points, as the run passes them. */
type RunLabels = ReadonlyMap<SourceStep, ReadonlySet<string>>

interface Walk {
  readonly program: string
  step: SourceStep | null
}

/** Follows every handler of the service through the source and notes the labels that only the run knows. */
export function runLabels(listing: Listing, trace: Trace): RunLabels {
  const labels = new Map<SourceStep, Set<string>>()
  const walks = new Map<number, Walk>()
  for (const event of trace.events) {
    if (!('service' in event) || event.service !== listing.service) continue
    if (event.kind === 'handlerStarted')
      walks.set(event.handler, { program: event.program, step: null })
    if (event.kind !== 'stepped') continue
    const walk = walks.get(event.handler)
    const step = walk && locate(listing, walk.program, event, walk.step)
    if (!step) continue
    walk.step = step
    const label = event.effect === 'reply' ? walk.program : event.label
    labels.set(step, (labels.get(step) ?? new Set()).add(label))
  }
  return labels
}

const answers: readonly unknown[] = ['reply', 'ack', 'nack']

/** Labels of a step: those of this run, or else the one that is written there or follows from where it stands. */
export function labelsOf(listing: Listing, step: SourceStep, run: RunLabels): readonly string[] {
  const passed = run.get(step)
  if (passed) return [...passed]
  const kind = kindOf(step)
  const written = answers.includes(kind) ? handledBy(listing, step) : labelOf(listing.source, step)
  return written ? [written] : []
}
