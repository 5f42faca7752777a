import type { Fault, Run, System } from '../../engine'
import type { Gauge, RaceWindow, Stage } from '../../lessons/definition'
import { activityOf, type Activity } from './activity'
import { gaugesIn, lanesOf, type Lane } from './lanes'
import { waitsOf, type Wait } from './waits'
import { windowLanes, type WindowLane } from './windowLanes'

/** A fault that happened, at its moment. */
export interface FaultMark {
  /** Place in the document's list. */
  readonly fault: number
  readonly timeUs: number
}

export interface Verdict {
  readonly check: string
  readonly text: string
  readonly brokenAtUs: number
}

/** Everything the timeline draws of one run. */
export interface TimelineModel extends Activity {
  readonly lanes: readonly Lane[]
  readonly waits: readonly Wait[]
  readonly windows: readonly WindowLane[]
  readonly gauges: readonly Gauge[]
  readonly faults: readonly FaultMark[]
  /** Broken checks, first broken first. */
  readonly verdicts: readonly Verdict[]
  readonly endUs: number
}

interface TimelineOptions {
  /** Leaves out the lanes that a phone folds away, and the rows that wait. */
  readonly compact?: boolean
  readonly gauges?: readonly Gauge[] | undefined
  readonly windows?: readonly RaceWindow[] | undefined
}

export function timelineOf(
  run: Run,
  system: System,
  stage: Stage,
  faults: readonly Fault[],
  { compact = false, gauges = [], windows = [] }: TimelineOptions = {},
): TimelineModel {
  const all = lanesOf(system)
  const lanes = compact ? all.filter(({ id }) => hasPlace(stage.narrow, system, id)) : all
  const endUs = Math.max(1000, run.endUs)
  const ids = lanes.map((lane) => lane.id)
  const { bars, commits, flights, stops } = activityOf(run.trace.events, ids, endUs)
  return {
    lanes,
    bars,
    commits,
    flights,
    stops,
    waits: compact ? [] : waitsOf(run, system, stage),
    windows: windowLanes(run, system, ids, windows),
    gauges: gaugesIn(system, gauges),
    faults: marksOf(run, faults),
    verdicts: verdictsOf(run),
    endUs,
  }
}

/**
 * A phone folds away what its picture does not show. A process stands where its database stands, a
 * second instance where the first does.
 */
function hasPlace(narrow: Stage['narrow'], system: System, id: string): boolean {
  const database = system.services.find((service) => service.id === id)?.database
  const stands = database && 'of' in database ? database.of : id.replace(/-\d+$/, '')
  return id in narrow || stands in narrow
}

function marksOf(run: Run, faults: readonly Fault[]): FaultMark[] {
  return run.faults.flatMap((report) =>
    report.timeUs === undefined || faults[report.fault] === undefined
      ? []
      : [{ fault: report.fault, timeUs: report.timeUs }],
  )
}

function verdictsOf(run: Run): Verdict[] {
  return run.checks
    .flatMap(({ id, text, brokenAtUs }) =>
      brokenAtUs === null ? [] : [{ check: id, text, brokenAtUs }],
    )
    .toSorted((a, b) => a.brokenAtUs - b.brokenAtUs)
}
