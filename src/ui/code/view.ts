import type { Fault, Run } from '../../engine'
import type { Frame, ServiceFrame, StepFrame } from '../../playback/frame'
import { parsePoint } from '../../stores/vocabulary'
import type { Listing } from './listing'
import { follow, pathTo } from './locate'
import { neverRan, type Lines } from './marks'

/** What the play head says about a service's source. */
interface CodeView {
  /** The step that ran last. */
  readonly lit: Lines | null
  /** Its handler still runs, or died there. */
  readonly running: boolean
  readonly never: Lines | null
}

type ServiceView = Pick<ServiceFrame, 'status' | 'sinceUs' | 'lastStep'> & {
  readonly running: boolean
}

const nobody: ServiceView = { status: 'up', sinceUs: 0, lastStep: null, running: false }

export function serviceView(frame: Frame, service: string): ServiceView {
  const found = frame.services.get(service)
  if (!found) return nobody
  const { status, sinceUs, lastStep, handlers } = found
  return { status, sinceUs, lastStep, running: handlers.some(isOf(lastStep)) }
}

const isOf = (step: StepFrame | null) => (handler: { readonly handler: number }) =>
  handler.handler === step?.handler

export function sameView(a: ServiceView, b: ServiceView): boolean {
  return (
    a.status === b.status &&
    a.sinceUs === b.sinceUs &&
    a.lastStep?.index === b.lastStep?.index &&
    a.running === b.running
  )
}

/** When a service last did something, or died. */
function actedAt(found: ServiceFrame | undefined): number {
  const stepUs = found?.lastStep?.timeUs ?? -1
  return found?.status === 'crashed' ? Math.max(stepUs, found.sinceUs) : stepUs
}

/** The service among `services` that acted last; of several at one time the one whose step came last. */
export function actingAmong(frame: Frame, services: readonly string[]): string | null {
  let acting: string | null = null
  let last: ServiceFrame | undefined
  for (const service of services) {
    const found = frame.services.get(service)
    const later = actedAt(found) - actedAt(last)
    const steps = (found?.lastStep?.index ?? -1) - (last?.lastStep?.index ?? -1)
    if (actedAt(found) < 0 || later < 0 || (later === 0 && steps < 0)) continue
    last = found
    acting = service
  }
  return acting
}

/** The failure point of the fault that made a service crash then. */
function crashPoint(
  run: Run,
  faults: readonly Fault[],
  service: string,
  sinceUs: number,
): string | null {
  const report = run.faults.find(({ fault, timeUs }) => {
    const at = faults[fault]?.at
    return timeUs === sinceUs && at && 'point' in at && parsePoint(at.point)?.service === service
  })
  const at = report && faults[report.fault]?.at
  return at && 'point' in at ? at.point : null
}

export function codeView(
  listing: Listing,
  run: Run,
  faults: readonly Fault[],
  { status, sinceUs, lastStep, running }: ServiceView,
): CodeView {
  const step = lastStep && follow(listing, pathTo(run.trace, lastStep.handler, lastStep.index))
  if (!step) return { lit: null, running: false, never: null }
  const crashed = status === 'crashed'
  const point = crashed ? crashPoint(run, faults, listing.service, sinceUs) : null
  return {
    lit: { from: step.from, to: step.to },
    running: running || crashed,
    never: crashed ? neverRan(listing.source, step, point) : null,
  }
}
