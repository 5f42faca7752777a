import type { Fault, Trace } from '../../engine'
import { momentText, type Names } from '../../stores/vocabulary'
import { kindOf } from './effectKinds'
import { labelsOf, runLabels } from './labels'
import type { Listing } from './listing'
import { passesOf, phasesAround } from './points'

/** A failure point as the gutter offers it. */
export interface GutterPoint {
  readonly point: string
  readonly phase: string
  readonly label: string
  /** How often this run passes it. */
  readonly passes: number
  /** «after the confirm of OrderPlaced» */
  readonly phrase: string
}

/** A place between two lines where a failure can be put. */
export interface Ring {
  /** The ring stands below this line, 1-based; 0 is above the first. */
  readonly below: number
  readonly points: readonly GutterPoint[]
}

export interface PlacedFault {
  /** Place in the document's list. */
  readonly index: number
  readonly fault: Fault
  readonly below: number
}

/** A phrase that names its own service names no service. */
const noNames: Names = (id) => id

/** Of several moments around one step, such as sent and confirmed, those that this run has. */
function pointsOf(
  phases: readonly string[],
  labels: readonly string[],
  service: string,
  passes: ReadonlyMap<string, number>,
): GutterPoint[] {
  const all = phases.flatMap((phase) =>
    labels.map((label) => {
      const point = `${service}/${phase}(${label})`
      const phrase = momentText({ point }, noNames, service)
      return { point, phase, label, passes: passes.get(point) ?? 0, phrase }
    }),
  )
  const passed = all.filter((point) => point.passes > 0)
  return passed.length > 0 ? passed : all
}

/**
 * Where a service's source can be broken, from top to bottom. What lies after one step and before the next
 * on neighbouring lines is one place.
 */
export function gutterOf(listing: Listing, trace: Trace): Ring[] {
  const { source, service } = listing
  const passes = passesOf(trace)
  const run = runLabels(listing, trace)
  const places = new Map<number, GutterPoint[]>()
  const put = (below: number, points: readonly GutterPoint[]) => {
    const known = places.get(below) ?? []
    const fresh = points.filter(({ point }) => !known.some((other) => other.point === point))
    if (points.length > 0) places.set(below, [...known, ...fresh])
  }
  for (const step of source.steps) {
    const kind = kindOf(step)
    if (!kind) continue
    const { before, after } = phasesAround(kind)
    const labels = labelsOf(listing, step, run)
    put(step.from - 1, pointsOf(before, labels, service, passes))
    put(step.to, pointsOf(after, labels, service, passes))
  }
  return [...places]
    .map(([below, points]) => ({ below, points: points.toSorted(afterFirst) }))
    .toSorted((a, b) => a.below - b.below)
}

function afterFirst(a: GutterPoint, b: GutterPoint): number {
  return Number(b.phase.startsWith('after_')) - Number(a.phase.startsWith('after_'))
}

/** The document's faults that stand between lines of this source. */
export function placedFaults(faults: readonly Fault[], rings: readonly Ring[]): PlacedFault[] {
  return faults.flatMap((fault, index) => {
    const { at } = fault
    if (!('point' in at)) return []
    const ring = rings.find(({ points }) => points.some(({ point }) => point === at.point))
    return ring ? [{ index, fault, below: ring.below }] : []
  })
}
