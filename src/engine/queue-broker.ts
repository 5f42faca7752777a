import type { Absence, BrokerNode } from './broker'
import { BrokerRows } from './broker'
import { task } from './clock'
import type { Message } from './effects'
import type { Entry } from './message-queue'
import { MessageQueue } from './message-queue'
import type { Transmission } from './network'
import type { Process } from './process'
import type { Task } from './queue'
import type { Simulation } from './simulation'
import type { QueueBroker as Spec } from './system'
import type { BrokerMove, RowChange } from './trace'

/**
 * A queue broker (domain.md C.2): exchange and bindings route to queues; a message is unacked until it is
 * acked; a lost connection gives everything unacked back, flagged as redelivered.
 */
export class QueueBroker implements BrokerNode {
  up = true
  readonly routes = true
  readonly rows = new BrokerRows()
  private readonly queues = new Map<string, MessageQueue>()
  private seq = 0
  /** Counts starts: what was received before the last one is forgotten. */
  private epoch = 0

  constructor(
    private readonly sim: Simulation,
    private readonly spec: Spec,
  ) {
    for (const [name, queue] of Object.entries(spec.queues))
      this.queues.set(name, new MessageQueue(sim, this, name, queue))
    for (const service of sim.system.services) {
      for (const subscription of service.subscriptions ?? []) {
        if (subscription.broker === spec.id)
          this.queues.get(subscription.source)?.join(service.id, subscription)
      }
    }
  }

  get id(): string {
    return this.spec.id
  }

  get title(): string {
    return this.spec.title
  }

  receive(transmission: Transmission): void {
    const { order, message } = transmission
    if (order?.kind === 'publish') {
      const delayUs = Math.round(this.sim.timing.appendMs * 1000)
      const data = { broker: this.id, transmission }
      this.sim.schedule(delayUs, task('append', '', 0, this.epoch, data))
    } else if (order !== null) {
      const how = order.kind === 'ack' ? 'acked' : order.requeue ? 'requeued' : 'dead-lettered'
      this.queueOf(order.message)?.settle(message.from, order.message, how)
    }
  }

  due(due: Task): void {
    if (due.kind === 'append' || due.kind === 'fsync') {
      if (due.token !== this.epoch) return
      if (due.kind === 'append')
        this.append((due.data as { transmission: Transmission }).transmission)
      else this.fsync(due.data as Enqueued)
    } else this.queues.get((due.data as { readonly queue: string }).queue)?.due(due)
  }

  private append(transmission: Transmission): void {
    const { order, message, role, unroutable } = transmission
    if (order?.kind !== 'publish') return
    const bound = this.spec.bindings.filter(({ topic }) => !unroutable && topic === order.topic)
    if (bound.length === 0) {
      // An unroutable message is confirmed too; only `mandatory` sends it back, before the confirm.
      const what = order.mandatory ? 'returned' : 'unroutable'
      this.emit(what, order.topic, -1, message.id, '', [])
      this.sim.post.confirm(transmission, order.mandatory ? 'returned' : 'confirmed')
      return
    }
    const { type, id, key, from, data, headers } = message
    const entries = bound.flatMap(
      ({ queue }) =>
        this.queues
          .get(queue)
          ?.enqueue(this.seq++, { type, id, key, from, data, headers }, role, false) ?? [],
    )
    for (const { queue } of bound) this.queues.get(queue)?.dispatch()
    this.enqueued({ broker: this.id, entries, transmission })
  }

  private enqueued(enqueued: Enqueued): void {
    const fsyncUs = Math.round(this.sim.timing.fsyncMs * 1000)
    if (fsyncUs === 0) this.fsync(enqueued)
    else this.sim.schedule(fsyncUs, task('fsync', '', 0, this.epoch, enqueued))
  }

  /** A message is on disk in every queue that took it, and confirmed. */
  private fsync({ entries, transmission }: Enqueued): void {
    const { type } = transmission.message
    if (!this.sim.brokerPoint(this, 'before_fsync', type)) return
    for (const entry of entries) entry.durable = true
    if (!this.sim.brokerPoint(this, 'after_enqueue_before_confirm', type)) return
    this.sim.post.confirm(transmission, 'confirmed')
  }

  /** Puts a message that no consumer could deal with into another queue. */
  bury(queue: string, { message, role, durable }: Entry): void {
    const dead = this.queues.get(queue)
    dead?.enqueue(this.seq++, message, role, durable)
    dead?.dispatch()
  }

  emit(
    what: BrokerMove,
    source: string,
    offset: number,
    id: string,
    group: string,
    changes: readonly RowChange[],
  ): void {
    if (this.sim.recorder.on) {
      this.sim.emit({
        kind: 'brokerChanged',
        service: this.id,
        database: this.id,
        what,
        source,
        partition: 0,
        offset,
        id,
        group,
        changes,
      })
    }
    if (changes.length > 0) this.sim.changed(this.id, changes)
  }

  private queueOf({ delivery }: Message): MessageQueue | undefined {
    return this.queues.get(delivery?.source ?? '')
  }

  /** A queue hands out to open channels only, and a consumer takes what comes over one. */
  expects(): boolean {
    return true
  }

  arrived(process: Process, message: Message): void {
    this.sim.handlers.receive(process, message.type, message, -1)
  }

  missed({ message }: Transmission): void {
    if (message.delivery !== undefined) this.queueOf(message)?.missed(message.delivery)
  }

  unsettled(message: Message): void {
    if (message.delivery !== undefined) this.queueOf(message)?.missed(message.delivery)
  }

  ended(_process: Process, message: Message, failure: string | null): void {
    if (failure !== null && message.delivery !== undefined)
      this.queueOf(message)?.failed(message.delivery)
  }

  absent(process: Process, how: Absence): void {
    for (const queue of this.queues.values()) queue.absent(process, how)
  }

  present(process: Process): void {
    for (const queue of this.queues.values()) queue.present(process)
  }

  crash(): void {
    this.up = false
    this.epoch += 1
    for (const queue of this.queues.values()) queue.crash()
  }

  restart(): void {
    this.up = true
    for (const queue of this.queues.values()) queue.dispatch()
  }

  refusesToRedeliver(message: Message): string | null {
    return this.queueOf(message)?.has(message.delivery?.offset ?? -1) === true
      ? null
      : `${message.type} is no longer in a queue of ${this.title}.`
  }

  redeliver(message: Message): void {
    this.queueOf(message)?.redeliver(message.delivery?.offset ?? -1)
  }

  refusesToRebalance(): string | null {
    return `${this.title} is a queue broker, which has no groups.`
  }

  rebalance(): void {
    // The injector has been told that there is nothing to move.
  }

  waiting(): string | null {
    for (const queue of this.queues.values()) {
      const waiting = queue.waiting()
      if (waiting !== null) return waiting
    }
    return null
  }
}

interface Enqueued {
  readonly broker: string
  readonly entries: readonly Entry[]
  readonly transmission: Transmission
}
