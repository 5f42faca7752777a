import type { Fault } from '../../engine'
import { kindOf, labelOf } from './effectKinds'
import { momentsAround, parsePoint, pointPhrase, pointText } from './points'

/** A failure point as the gutter offers it. */
export interface GutterPoint {
  readonly point: string
  readonly moment: string
  readonly label: string
  /** How often this run passes it. */
  readonly passes: number
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

/** Labels a step can have: its own, or, where only the run knows it, those the run passed. */
function labelsAt(
  own: string,
  service: string,
  moment: string,
  passes: ReadonlyMap<string, number>,
): string[] {
  if (own !== '') return [own]
  return [...passes.keys()].flatMap((point) => {
    const name = parsePoint(point)
    return name?.service === service && name.moment === moment ? [name.label] : []
  })
}

function pointsOf(
  moments: readonly string[],
  own: string,
  service: string,
  passes: ReadonlyMap<string, number>,
): GutterPoint[] {
  return moments.flatMap((moment) =>
    labelsAt(own, service, moment, passes).map((label) => {
      const point = pointText({ service, moment, label })
      const phrase = pointPhrase(moment, label)
      return { point, moment, label, passes: passes.get(point) ?? 0, phrase }
    }),
  )
}

/**
 * Where a service's source can be broken, from top to bottom. What lies after one step and before the next
 * on neighbouring lines is one place.
 */
export function gutterOf(
  source: SourceFile,
  service: string,
  passes: ReadonlyMap<string, number>,
): Ring[] {
  const places = new Map<number, GutterPoint[]>()
  const put = (below: number, points: readonly GutterPoint[]) => {
    const known = places.get(below) ?? []
    const fresh = points.filter(({ point }) => !known.some((other) => other.point === point))
    if (points.length > 0) places.set(below, [...known, ...fresh])
  }
  for (const step of source.steps) {
    const kind = kindOf(step)
    if (!kind) continue
    const { before, after } = momentsAround(kind)
    const label = labelOf(source, step)
    put(step.from - 1, pointsOf(before, label, service, passes))
    put(step.to, pointsOf(after, label, service, passes))
  }
  return [...places]
    .map(([below, points]) => ({ below, points: points.toSorted(afterFirst) }))
    .toSorted((a, b) => a.below - b.below)
}

function afterFirst(a: GutterPoint, b: GutterPoint): number {
  return Number(b.moment.startsWith('after_')) - Number(a.moment.startsWith('after_'))
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
