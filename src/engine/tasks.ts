import { answerCall, callAgain } from './calls'
import type { Answer, Message, PublishResult } from './effects'
import { passed } from './handlers'
import { commitNow, retryStatement } from './local-transactions'
import type { Transmission } from './network'
import type { LiveHandler, Process } from './process'
import type { Task, TaskKind } from './queue'
import type { Simulation } from './simulation'
import type { LostReason } from './trace'

type TaskRunner = (sim: Simulation, due: Task, process: Process | undefined) => void

/** The handler a task wakes, unless it has died or waits for something else by now. */
function waiting(sim: Simulation, due: Task): LiveHandler | undefined {
  const handler = sim.handlers.live.get(due.ref)
  return handler?.token === due.token ? handler : undefined
}

/** The broker a task belongs to. */
const brokerTask: TaskRunner = (sim, due) => {
  sim.brokers.get((due.data as { readonly broker: string }).broker)?.due(due)
}

/** Tasks whose `ref` is a handler, and whose `token` is its wait. */
export const handlerTasks: ReadonlySet<TaskKind> = new Set([
  'begin',
  'proceed',
  'wake',
  'resume',
  'commit',
  'retry statement',
  'call timeout',
  'confirm timeout',
  'call again',
  'reset',
] as const)

/** What happens when a task is due. `ref` and `token` are a handler's unless said otherwise. */
export const tasks: { readonly [K in TaskKind]: TaskRunner } = {
  /** `ref`: transmission. */
  arrive: (sim, due) => sim.network.arrive(due.ref),
  lose: (sim, due) => sim.network.lose(due.ref, due.data as LostReason),
  release: (sim, due) => sim.network.release(due.ref, 0),

  /** `data`: a transmission that came while the process was paused. */
  receive: (sim, due, process) => {
    if (process !== undefined) sim.post.receive(process, due.data as Transmission)
  },

  /** `token`: the process's epoch. */
  begin: (sim, due, process) => {
    const handler = sim.handlers.live.get(due.ref)
    if (handler !== undefined && process?.epoch === due.token) sim.handlers.advance(handler)
  },
  proceed: (sim, due) => {
    const handler = waiting(sim, due)
    if (handler !== undefined) sim.handlers.perform(handler)
  },
  /** A sleep is over; its failure point is still ahead. */
  wake: (sim, due) => {
    const handler = waiting(sim, due)
    if (handler !== undefined) sim.handlers.complete(handler, undefined)
  },
  resume: (sim, due) => {
    const handler = waiting(sim, due)
    if (handler !== undefined) sim.handlers.resumeWhenAwake(handler)
  },
  commit: (sim, due) => {
    const handler = waiting(sim, due)
    if (
      handler !== undefined &&
      (due.data === passed || sim.handlers.pass(handler, 'before_commit', 'commit'))
    )
      commitNow(sim, handler)
  },
  'retry statement': (sim, due) => {
    const handler = waiting(sim, due)
    if (handler !== undefined) retryStatement(sim, handler)
  },
  'call timeout': (sim, due) => {
    const handler = waiting(sim, due)
    if (handler !== undefined) answerCall(sim, handler, { outcome: 'unknown', reason: 'timeout' })
  },
  'confirm timeout': (sim, due) => {
    const handler = waiting(sim, due)
    if (handler !== undefined) sim.handlers.complete(handler, 'unknown')
  },
  'call again': (sim, due) => {
    const handler = waiting(sim, due)
    if (handler !== undefined) callAgain(sim, handler)
  },
  reset: (sim, due) => {
    const handler = waiting(sim, due)
    if (handler !== undefined) sim.post.resume(handler, due.data as Answer | PublishResult)
  },

  append: brokerTask,
  fsync: brokerTask,
  expire: brokerTask,
  session: brokerTask,
  'fetch again': brokerTask,
  'processing limit': brokerTask,
  'ack limit': brokerTask,
  again: (sim, due) => {
    const { broker, message } = due.data as { readonly broker: string; readonly message: Message }
    sim.brokers.get(broker)?.redeliver(message)
  },

  /** `ref`: place in the document's list. */
  fault: (sim, due) => sim.faults.strike(due.ref),
  /** `token`: which crash it belongs to. */
  restart: (sim, due) => sim.lifecycle.restartAfter(due.data as string, due.token),
  'resume process': (sim, due) => {
    const process = sim.processes.get(due.data as string)
    if (process !== undefined) sim.lifecycle.resume(process, due.token)
  },
  /** `token`: the change of speed that ends. */
  'normal speed': (sim, due) => {
    const process = sim.processes.get(due.data as string)
    if (process?.speedChanges === due.token) sim.lifecycle.setSpeed(process, 1, null)
  },
  'database up': (sim, due) => sim.store.bringUp(due.data as string),
  heal: (sim, due) => {
    const { ways, by } = due.data as Heal
    for (const [from, to] of ways) sim.lifecycle.changeLink(from, to, by)
  },

  /** `ref`: place in the service's `every` list; `token`: the process's epoch. */
  tick: (sim, due, process) => {
    if (process?.up === true && process.epoch === due.token) sim.handlers.tick(process, due.ref)
  },
  /** `ref`: place in the service's `once` list. */
  once: (sim, due, process) => {
    if (process !== undefined) sim.handlers.startOnce(process, due.ref)
  },
  /** `data`: the timer's name. */
  timer: (sim, due, process) => {
    if (process !== undefined) sim.timers.fire(process, due.data as string)
  },
}

interface Heal {
  readonly ways: readonly (readonly [string, string])[]
  readonly by: { readonly cuts?: number; readonly extraUs?: number; readonly lossPerMille?: number }
}
