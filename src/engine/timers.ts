import { task } from './clock'
import type { Json } from './json'
import type { Process } from './process'
import type { Task } from './queue'
import type { Simulation } from './simulation'
import type { Micros } from './time'

interface Timer {
  readonly label: string
  readonly id: string
  readonly data: Json
  readonly dueUs: Micros
  readonly task: Task
}

/** How long after a failed handler its timer fires again. */
const fireAgainUs = 40_000

/**
 * Durable timers: kept on disk, so a crash does not forget them; one that comes due while its service is
 * down fires at the restart. A timer is gone when its handler has ended: it fires again after one that
 * failed or died.
 */
export class Timers {
  private readonly timers = new Map<string, Timer>()

  constructor(private readonly sim: Simulation) {}

  set(process: Process, label: string, id: string, afterUs: Micros, data: Json): void {
    this.cancel(process, label, id)
    const name = `${process.id}/${label}/${id}`
    const due = this.sim.schedule(Math.max(0, afterUs), task('timer', process.id, 0, 0, name))
    this.timers.set(name, { label, id, data, dueUs: due.timeUs, task: due })
    this.sim.emit({ kind: 'timerSet', service: process.id, timer: label, id, dueUs: due.timeUs })
  }

  cancel(process: Process, label: string, id: string): void {
    const name = `${process.id}/${label}/${id}`
    this.sim.clock.cancel(this.timers.get(name)?.task ?? null)
    this.timers.delete(name)
  }

  /** Fires a timer, unless its service is down: then the restart does. */
  fire(process: Process, name: string): void {
    const timer = this.timers.get(name)
    if (timer === undefined || !process.up) return
    this.sim.emit({ kind: 'timerFired', service: process.id, timer: timer.label, id: timer.id })
    const message = {
      transmission: -1,
      type: timer.label,
      id: timer.id,
      key: timer.id,
      from: process.id,
      data: timer.data,
      headers: {},
    }
    const ended = (failure: string | null) => this.ended(name, timer, failure)
    this.sim.handlers.receive(process, timer.label, message, -1, ended)
  }

  /** A timer that its own handler has set anew is another one. */
  private ended(name: string, timer: Timer, failure: string | null): void {
    if (this.timers.get(name) !== timer) return
    this.timers.delete(name)
    if (failure === null) return
    const again = this.sim.schedule(fireAgainUs, task('timer', timer.task.service, 0, 0, name))
    this.timers.set(name, { ...timer, dueUs: again.timeUs, task: again })
  }

  /** Fires what came due while the service was down, in the order it was due. */
  catchUp(process: Process): void {
    const missed = [...this.timers]
      .filter(([name, { task: due }]) => name.startsWith(`${process.id}/`) && due.cancelled)
      .sort(([, a], [, b]) => a.dueUs - b.dueUs)
    for (const [name] of missed) this.fire(process, name)
  }
}
