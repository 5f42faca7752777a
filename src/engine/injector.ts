import { idleTask } from './clock'
import type { Fault, FaultReport, FaultVerb } from './faults'
import type { PlannedFault } from './points'
import type { Process } from './process'
import type { Simulation } from './simulation'
import { formatMs } from './time'
import type { Occasion } from './verbs'
import { verbs } from './verbs'

/** Plans the faults of a document, makes them happen, and reports what became of each. */
export class Injector {
  private readonly reports = new Map<number, FaultReport>()
  private readonly planned: PlannedFault[] = []
  /** Faults by time that are still to come. */
  due = 0

  constructor(private readonly sim: Simulation) {}

  plan(faults: readonly Fault[]): void {
    faults.forEach((fault, index) => {
      if (fault.off === true) return
      const planned = { index, fault }
      this.planned.push(planned)
      this.sim.points.plan(planned)
      this.sim.network.plan(planned)
      if (!('timeMs' in fault.at)) return
      this.due += 1
      this.sim.schedule(
        Math.max(0, Math.round(fault.at.timeMs * 1000)),
        idleTask('fault', '', index),
      )
    })
  }

  /** A fault by time strikes. */
  strike(index: number): void {
    this.due -= 1
    const planned = this.planned.find((other) => other.index === index)
    if (planned !== undefined) this.applyAt(planned, {})
  }

  /** Makes a fault happen; when it cannot, the report says why. @returns whether it did. */
  applyAt(planned: PlannedFault, { service, handler, transmission }: Partial<Occasion>): boolean {
    const { fault, index } = planned
    const named = 'service' in fault ? fault.service : undefined
    const occasion: Occasion = {
      service: named ?? service ?? '',
      handler: handler ?? null,
      transmission: transmission ?? null,
    }
    const runner = verbs[fault.do]
    const why = runner.impossible(this.sim, fault as never, occasion)
    if (why === null) {
      if (isOnLibrary(fault.do)) this.lieInWait(planned, occasion.service)
      else this.applied(planned, occasion.service)
      runner.apply(this.sim, fault as never, occasion)
    } else this.reports.set(index, { fault: index, applied: false, why })
    return why === null
  }

  /** What changes how a process calls has happened only when it calls. */
  private lieInWait(planned: PlannedFault, service: string): void {
    const process = this.sim.processes.get(service)
    process?.unmet.push(planned)
    const why = `${process?.title ?? service} called nobody after that.`
    this.reports.set(planned.index, { fault: planned.index, applied: false, why })
  }

  /** A call of a process meets what lies in wait for it: all of it when it is made, a retry also when it fails. */
  met(process: Process, verb?: FaultVerb): void {
    if (process.unmet.length === 0) return
    const met = process.unmet.filter(({ fault }) => verb === undefined || fault.do === verb)
    process.unmet = process.unmet.filter((planned) => !met.includes(planned))
    for (const planned of met) this.applied(planned, process.id)
  }

  private applied({ index, fault }: PlannedFault, service: string): void {
    const { clock, recorder } = this.sim
    // It matters even when it strikes an idle poll, and a poller has to look again.
    this.sim.noticed()
    this.sim.emit({ kind: 'faultApplied', service, fault: index, text: fault.do })
    this.reports.set(index, {
      fault: index,
      applied: true,
      timeUs: clock.nowUs,
      ...(recorder.on ? { index: recorder.events.length - 1 } : {}),
    })
  }

  /** One report a fault, in the document's order; a fault whose moment never came says how near it was. */
  report(): readonly FaultReport[] {
    return this.planned.map(
      ({ index, fault }) =>
        this.reports.get(index) ?? { fault: index, applied: false, why: this.missed(fault) },
    )
  }

  private missed(fault: Fault): string {
    const { at } = fault
    if ('timeMs' in at)
      return `The run ended at ${formatMs(this.sim.clock.endUs)} ms, before ${at.timeMs} ms.`
    const [what, count] =
      'point' in at
        ? [`passed ${at.point}`, this.sim.points.passed(at.point)]
        : [`sent ${at.message}`, this.sim.network.count(at.message)]
    const nth = at.nth ?? 1
    if (count === 0) return `This run never ${what}.`
    return `This run ${what} ${count === 1 ? 'once' : `${count} times`}, so there is no ${nth}${ordinal(nth)} time.`
  }
}

function isOnLibrary(verb: FaultVerb): boolean {
  return verb === 'client-timeout' || verb === 'client-retry'
}

function ordinal(n: number): string {
  const tens = n % 100
  if (tens > 10 && tens < 14) return 'th'
  return ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th'
}
