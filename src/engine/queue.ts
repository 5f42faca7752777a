import type { Micros } from './time'

/** What is due; see the runners in `tasks.ts` for what `ref`, `token` and `data` mean to each kind. */
export type TaskKind =
  | 'arrive'
  | 'receive'
  | 'lose'
  | 'begin'
  | 'proceed'
  | 'wake'
  | 'resume'
  | 'commit'
  | 'retry statement'
  | 'call timeout'
  | 'call again'
  | 'reset'
  | 'confirm timeout'
  | 'append'
  | 'fsync'
  | 'fetch again'
  | 'session'
  | 'processing limit'
  | 'ack limit'
  | 'expire'
  | 'release'
  | 'fault'
  | 'restart'
  | 'resume process'
  | 'normal speed'
  | 'database up'
  | 'heal'
  | 'tick'
  | 'once'
  | 'again'
  | 'timer'

/** One entry of the queue: plain data, one shape for all kinds so that the heap stays quick. */
export class Task {
  timeUs: Micros = 0
  seq = 0
  /** Trace index of the event that scheduled it. */
  cause = -1
  cancelled = false
  constructor(
    readonly kind: TaskKind,
    /** Process that has to do it; empty for what the network, a database or a broker does by itself. */
    readonly service: string,
    readonly ref: number,
    readonly token: number,
    readonly data: unknown,
    /** Does not keep the run alive. */
    readonly idle: boolean,
  ) {}
}

/** Binary heap in the total order (time, sequence): ties are never left to chance. */
export class TaskQueue {
  private readonly heap: Task[] = []

  get size(): number {
    return this.heap.length
  }

  push(task: Task): void {
    const heap = this.heap
    let i = heap.length
    heap.push(task)
    while (i > 0) {
      const up = (i - 1) >> 1
      const parent = heap[up] as Task
      if (!isBefore(task, parent)) break
      heap[i] = parent
      i = up
    }
    heap[i] = task
  }

  pop(): Task | undefined {
    const heap = this.heap
    const top = heap[0]
    const last = heap.pop()
    if (top === undefined || last === undefined || heap.length === 0) return top
    let i = 0
    for (;;) {
      let child = 2 * i + 1
      if (child >= heap.length) break
      let least = heap[child] as Task
      const right = heap[child + 1]
      if (right !== undefined && isBefore(right, least)) {
        least = right
        child += 1
      }
      if (!isBefore(least, last)) break
      heap[i] = least
      i = child
    }
    heap[i] = last
    return top
  }

  /** Forgets the tasks that were cancelled. */
  purge(): void {
    const kept = this.heap.filter((task) => !task.cancelled)
    this.heap.length = 0
    for (const task of kept) this.push(task)
  }
}

function isBefore(a: Task, b: Task): boolean {
  return a.timeUs < b.timeUs || (a.timeUs === b.timeUs && a.seq < b.seq)
}
