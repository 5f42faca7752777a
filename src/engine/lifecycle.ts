import { task } from './clock'
import type { Process } from './process'
import { ownProgram } from './process'
import type { Simulation } from './simulation'
import type { Micros } from './time'

/** The life of processes and brokers: started, paused, slowed, crashed, started again. */
export class Lifecycle {
  /** Crashes so far, by service or broker. */
  private readonly crashes = new Map<string, number>()

  constructor(private readonly sim: Simulation) {}

  boot(process: Process): void {
    process.spec.once?.forEach((program, index) => {
      this.sim.schedule(Math.round(program.atMs * 1000), task('once', process.id, index))
    })
    this.start(process)
  }

  private start(process: Process): void {
    process.up = true
    process.startedUs = this.sim.clock.nowUs
    this.sim.noticed()
    this.contact(process)
    this.sim.timers.catchUp(process)
    const { start, every } = process.spec
    if (start !== undefined) this.sim.handlers.start(process, ownProgram('start', start))
    every?.forEach((_, index) => {
      if (process.up) this.sim.handlers.tick(process, index)
    })
  }

  restart(id: string): void {
    const broker = this.sim.brokers.get(id)
    const process = this.sim.processes.get(id)
    if (process?.up === true || broker?.up === true) return
    this.sim.emit({ kind: 'restarted', service: id })
    if (process !== undefined) this.start(process)
    if (broker === undefined) return
    this.sim.noticed()
    broker.restart()
  }

  /** Kills a process or a broker: memory, timers in memory, connections and open transactions are gone. */
  crash(id: string, restartAfterUs: Micros | null): void {
    const process = this.sim.processes.get(id)
    this.sim.emit({ kind: 'crashed', service: id })
    this.sim.brokers.get(id)?.crash()
    if (process !== undefined) this.kill(process)
    const crash = (this.crashes.get(id) ?? 0) + 1
    this.crashes.set(id, crash)
    if (restartAfterUs !== null)
      this.sim.schedule(restartAfterUs, task('restart', '', 0, crash, id))
  }

  /** A restart that belongs to a crash; a later crash has made it void. */
  restartAfter(id: string, crash: number): void {
    if (this.crashes.get(id) === crash) this.restart(id)
  }

  private kill(process: Process): void {
    process.up = false
    process.epoch += 1
    process.pausedUntilUs = 0
    for (const deferred of process.deferred) if (!deferred.idle) this.sim.clock.release()
    process.deferred = []
    for (const handler of [...process.handlers.values()]) {
      this.sim.handlers.forget(handler)
      for (const transaction of [handler.transaction, ...handler.open.values()]) {
        if (transaction !== null)
          this.sim.store.abort(this.sim.store.of(process), transaction, 'its process died')
      }
    }
    this.sim.post.abandon(process)
    this.contact(process)
  }

  pause(process: Process, forUs: Micros): void {
    process.pausedUntilUs = Math.max(process.pausedUntilUs, this.sim.clock.nowUs + forUs)
    this.sim.emit({ kind: 'paused', service: process.id, untilUs: process.pausedUntilUs })
    this.contact(process)
    this.sim.schedule(forUs, task('resume process', '', 0, process.epoch, process.id))
  }

  /** The process goes on, with everything that has come up meanwhile. */
  resume(process: Process, epoch: number): void {
    if (process.epoch !== epoch || process.pausedUntilUs > this.sim.clock.nowUs || !process.paused)
      return
    process.pausedUntilUs = 0
    this.sim.noticed()
    this.sim.emit({ kind: 'resumed', service: process.id })
    const deferred = process.deferred
    process.deferred = []
    for (const due of deferred) this.sim.clock.catchUp(due, this.sim.recorder.cause)
    this.contact(process)
  }

  setSpeed(process: Process, factor: number, forUs: Micros | null): void {
    process.slowFactor = factor
    process.speedChanges += 1
    this.sim.emit({ kind: 'slowed', service: process.id, factor })
    if (forUs !== null)
      this.sim.schedule(forUs, task('normal speed', '', 0, process.speedChanges, process.id))
  }

  /** Changes one direction of a link; consumers cut off from their broker are silent to it. */
  changeLink(
    from: string,
    to: string,
    by: { readonly cuts?: number; readonly extraUs?: Micros; readonly lossPerMille?: number },
  ): void {
    this.sim.noticed()
    this.sim.network.change(from, to, by)
    for (const id of [from, to]) {
      const process = this.sim.processes.get(id)
      if (process !== undefined) this.contact(process)
    }
  }

  /** Tells every broker whether it can reach a process now. */
  private contact(process: Process): void {
    const { network, brokers } = this.sim
    for (const broker of brokers.values()) {
      const cut = network.isCut(broker.id, process.id) || network.isCut(process.id, broker.id)
      if (!process.up) broker.absent(process, 'crashed')
      else if (process.paused || cut) broker.absent(process, 'silent')
      else broker.present(process)
    }
  }
}
