import type { Process } from './process'
import type { Task } from './queue'
import type { Simulation } from './simulation'
import type { EndReason } from './trace'

/** Nothing is left but polling, and no fault is to come in this last moment or could change what waits. */
export function isOver(sim: Simulation, next: Task): boolean {
  return (
    sim.clock.pending === 0 &&
    !(next.kind === 'fault' && next.timeUs === sim.clock.endUs) &&
    (polledInVain(sim) || triedInVain(sim)) &&
    (sim.faults.due === 0 || stillWaiting(sim) === null)
  )
}

/** Every poller has looked since anything changed last, and found nothing to do. */
function polledInVain(sim: Simulation): boolean {
  for (const process of sim.processes.values()) {
    if (!process.up) continue
    for (const seen of process.seen) if (seen !== sim.changes) return false
  }
  return true
}

/** Denied polls in a row, by all services together, after which trying again is taken for hopeless. */
const hopelessPolls = 40

/** Somebody tries again and again, and no row has changed for long: nothing will come of it. */
function triedInVain(sim: Simulation): boolean {
  return sim.vainPolls > hopelessPolls
}

/** What still waits when nothing more can happen, as a sentence; null when the system is at rest. */
export function stillWaiting(sim: Simulation): string | null {
  for (const process of sim.processes.values()) {
    if (!process.up) return `${process.spec.title} is down and nothing will start it again.`
  }
  for (const broker of sim.brokers.values()) {
    if (!broker.up) return `${broker.title} is down and nothing will start it again.`
  }
  for (const { process, effect, program } of sim.handlers.live.values()) {
    return `${process.spec.title} still waits in “${effect?.label ?? program.name}”.`
  }
  for (const broker of sim.brokers.values()) {
    const waiting = broker.waiting()
    if (waiting !== null) return waiting
  }
  return triedInVain(sim)
    ? `${sim.vainPoller?.title ?? 'Somebody'} tries again and again, and nothing comes of it.`
    : null
}

/** Why a run ended, as a sentence; empty when it became quiet. */
export function whyEnded(sim: Simulation, ended: EndReason): string {
  switch (ended) {
    case 'quiet':
      return ''
    case 'stuck':
      return stillWaiting(sim) ?? 'Something still waits.'
    case 'step limit':
      return endless(sim, `${sim.clock.steps} steps`)
    case 'time limit':
      return endless(sim, 'the longest time a run may take')
    case 'queue limit':
      return endless(sim, 'too many waiting events')
  }
}

function endless(sim: Simulation, after: string): string {
  const busiest = [...sim.processes.values()].reduce<Process | null>(
    (most, process) => (most === null || process.tasks > most.tasks ? process : most),
    null,
  )
  return `The run was stopped after ${after}: it never becomes quiet. ${busiest?.spec.title ?? 'Nobody'} did most of it.`
}
