import { assert } from './assert'
import type { Limits } from './run'
import type { TaskKind } from './queue'
import { Task, TaskQueue } from './queue'
import type { Micros } from './time'
import type { EndReason } from './trace'

/** Faults by time come after everything else that is due at that moment: they hit what was seen there. */
const late = 1_099_511_627_776

/** How many cancelled tasks are kept before the queue is cleared of them. */
const worthPurging = 256

/** Virtual time and what is due. Time only moves forward, and only to the next task. */
export class Clock {
  nowUs: Micros = 0
  steps = 0
  /** Virtual time of the last task that still mattered. */
  endUs: Micros = 0
  private seq = 0
  private readonly queue = new TaskQueue()
  private alive = 0
  /** Cancelled tasks that are still in the queue. */
  private dead = 0

  constructor(private readonly limits: Limits) {}

  /** Tasks that keep the run alive; idle polling is not among them. */
  get pending(): number {
    return this.alive
  }

  schedule(delayUs: Micros, task: Task, cause: number): Task {
    assert(delayUs >= 0, `${task.kind} is scheduled into the past`)
    task.timeUs = this.nowUs + Math.floor(delayUs)
    task.seq = task.kind === 'fault' ? late + this.seq++ : this.seq++
    task.cause = cause
    if (!task.idle) this.alive += 1
    this.queue.push(task)
    return task
  }

  /** A task that could not happen in time happens now, before everything else that is due now. */
  catchUp(task: Task, cause: number): void {
    task.cancelled = false
    task.timeUs = this.nowUs
    task.seq = this.seq++ - late
    task.cause = cause
    this.queue.push(task)
  }

  /** Takes a task back; it neither happens nor keeps the run alive. */
  cancel(task: Task | null): void {
    if (task === null || task.cancelled) return
    task.cancelled = true
    if (!task.idle) this.alive -= 1
    this.dead += 1
    if (this.dead <= worthPurging || this.dead * 2 < this.queue.size) return
    this.queue.purge()
    this.dead = 0
  }

  /** The next task that has not been cancelled, without moving time. */
  next(): Task | undefined {
    for (;;) {
      const task = this.queue.pop()
      if (task === undefined || !task.cancelled) return task
      this.dead -= 1
    }
  }

  /** Moves time to a task that is about to happen; one that only polls does not make the run longer. */
  begin(task: Task, polls: boolean): void {
    this.nowUs = task.timeUs
    this.steps += 1
    task.cancelled = true
    if (!task.idle) this.alive -= 1
    if (!polls) this.endUs = task.timeUs
  }

  /** A poll that began before the run's last moment belongs to the run until it ends. */
  include(startedUs: Micros): void {
    if (startedUs <= this.endUs) this.endUs = this.nowUs
  }

  /** A task of a process that cannot act now, kept by the process until it can. */
  keep(): void {
    this.alive += 1
  }

  release(): void {
    this.alive -= 1
  }

  /** Which bound the run has reached, if any. */
  exceeded(task: Task): EndReason | null {
    if (this.steps >= this.limits.steps) return 'step limit'
    if (task.timeUs > this.limits.timeMs * 1000) return 'time limit'
    if (this.queue.size - this.dead > this.limits.queue) return 'queue limit'
    return null
  }
}

/** A task in one line; see {@link Task}. */
export function task(
  kind: TaskKind,
  service: string,
  ref = 0,
  token = 0,
  data: unknown = null,
): Task {
  return new Task(kind, service, ref, token, data, false)
}

/** A task that does not keep the run alive. */
export function idleTask(
  kind: TaskKind,
  service: string,
  ref = 0,
  token = 0,
  data: unknown = null,
): Task {
  return new Task(kind, service, ref, token, data, true)
}
