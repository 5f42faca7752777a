import { idleTask, task } from './clock'
import type { Absence, BrokerNode } from './broker'
import { BrokerRows } from './broker'
import type { Json } from './json'
import type { Message } from './effects'
import type { Transmission } from './network'
import type { Process } from './process'
import type { Task } from './queue'
import type { Simulation } from './simulation'
import type { QueueBroker as Spec, QueueSpec, Subscription } from './system'
import type { BrokerMove } from './trace'

/** How long a consumer waits before it hands back a message whose handler failed. */
const requeueUs = 10_000

interface Entry {
  readonly seq: number
  readonly message: Omit<Message, 'transmission' | 'delivery'>
  readonly queuedUs: number
  /** Consumer that holds it unacked, or null when it is ready. */
  holder: string | null
  channel: number
  deliveries: number
  durable: boolean
}

interface Queue {
  readonly name: string
  readonly spec: QueueSpec
  /** In queue order; an entry keeps its place while it is unacked. */
  readonly entries: Entry[]
  readonly consumers: Consumer[]
  /** Consumer whose turn is next. */
  turn: number
}

interface Consumer {
  readonly id: string
  readonly subscription: Subscription
  reachable: boolean
  /** Channel number; changes when the connection is made anew. */
  channel: number
}

/**
 * A queue broker (domain.md C.2): exchange and bindings route to queues; a message is unacked until it is
 * acked; a lost connection gives everything unacked back, flagged as redelivered.
 */
export class QueueBroker implements BrokerNode {
  up = true
  readonly rows = new BrokerRows()
  private readonly queues = new Map<string, Queue>()
  private seq = 0

  constructor(
    private readonly sim: Simulation,
    private readonly spec: Spec,
  ) {
    for (const [name, queue] of Object.entries(spec.queues)) {
      this.queues.set(name, { name, spec: queue, entries: [], consumers: [], turn: 0 })
    }
    for (const service of sim.system.services) {
      for (const subscription of service.subscriptions ?? []) {
        if (subscription.broker !== spec.id) continue
        this.queues
          .get(subscription.source)
          ?.consumers.push({ id: service.id, subscription, reachable: false, channel: 0 })
      }
    }
  }

  get id(): string {
    return this.spec.id
  }

  sources(): readonly string[] {
    return [...this.queues.keys()]
  }

  receive(transmission: Transmission): void {
    const { order } = transmission
    if (order?.kind === 'publish') {
      const delayUs = Math.round(this.sim.timing.appendMs * 1000)
      this.sim.schedule(delayUs, task('append', '', 0, 0, { broker: this.id, transmission }))
    } else if (order !== null)
      this.settle(
        order.message,
        order.kind === 'ack' ? 'ack' : order.requeue ? 'requeue' : 'reject',
      )
  }

  due(due: Task): void {
    switch (due.kind) {
      case 'append':
        this.append((due.data as { transmission: Transmission }).transmission)
        break
      case 'fsync':
        this.fsync((due.data as { transmission: Transmission }).transmission, due.ref, due.token)
        break
      case 'expire':
        this.expire(due.data as Place)
        break
      case 'fetch again':
      case 'ack limit':
        this.giveBack(due.data as Place, due.token)
        break
      case 'session':
        this.sessionOver(due.data as { readonly member: string }, due.token)
        break
      default:
        break
    }
  }

  private append(transmission: Transmission): void {
    const { order, message } = transmission
    if (!this.up || order?.kind !== 'publish') return
    const bound = transmission.unroutable
      ? []
      : this.spec.bindings.filter((binding) => binding.topic === order.topic)
    if (bound.length === 0) {
      this.emit(order.mandatory ? 'returned' : 'unroutable', order.topic, -1, message.id, '', [])
      // An unroutable message is confirmed too; only `mandatory` sends it back, before the confirm.
      this.sim.confirm(this.id, transmission, order.mandatory ? 'returned' : 'confirmed')
      return
    }
    const { type, id, key, from, data, headers } = message
    const first = this.seq
    for (const binding of bound) {
      const queue = this.queues.get(binding.queue)
      if (queue !== undefined) this.enqueue(queue, { type, id, key, from, data, headers })
    }
    if (!this.sim.brokerPoint(this.id, 'before_fsync', type)) return
    const fsyncUs = Math.round(this.sim.timing.fsyncMs * 1000)
    if (fsyncUs === 0) this.fsync(transmission, first, this.seq)
    else
      this.sim.schedule(
        fsyncUs,
        task('fsync', '', first, this.seq, { broker: this.id, transmission }),
      )
    for (const queue of this.queues.values()) this.dispatch(queue)
  }

  private enqueue(queue: Queue, message: Entry['message']): void {
    const entry: Entry = {
      seq: this.seq++,
      message,
      queuedUs: this.sim.clock.nowUs,
      holder: null,
      channel: 0,
      deliveries: 0,
      durable: false,
    }
    queue.entries.push(entry)
    this.emit('enqueued', queue.name, entry.seq, message.id, '', [this.write(queue, entry)])
    if (queue.spec.ttlMs !== undefined) {
      this.sim.schedule(
        Math.round(queue.spec.ttlMs * 1000),
        task('expire', '', 0, 0, { broker: this.id, queue: queue.name, seq: entry.seq }),
      )
    }
    const oldest = queue.entries.find((other) => other.holder === null)
    if (
      queue.spec.maxLength !== undefined &&
      queue.entries.length > queue.spec.maxLength &&
      oldest !== undefined
    ) {
      this.deadLetter(queue, oldest, 'dead-lettered')
    }
  }

  private fsync(transmission: Transmission, from: number, to: number): void {
    if (!this.up) return
    for (const queue of this.queues.values())
      for (const entry of queue.entries)
        if (entry.seq >= from && entry.seq < to) entry.durable = true
    if (!this.sim.brokerPoint(this.id, 'after_enqueue_before_confirm', transmission.message.type))
      return
    this.sim.confirm(this.id, transmission, 'confirmed')
  }

  /** Hands out ready messages while a consumer has room in its prefetch window. */
  private dispatch(queue: Queue): void {
    if (!this.up) return
    for (const entry of [...queue.entries]) {
      if (entry.holder !== null) continue
      const consumer = this.nextConsumer(queue)
      if (consumer === undefined) return
      this.deliver(queue, entry, consumer)
    }
  }

  private nextConsumer(queue: Queue): Consumer | undefined {
    const ready = (consumer: Consumer) => {
      const held = queue.entries.filter((entry) => entry.holder === consumer.id).length
      return consumer.reachable && held < (consumer.subscription.prefetch ?? 1)
    }
    if (queue.spec.singleActiveConsumer === true) {
      const active = queue.consumers.find((consumer) => consumer.reachable)
      return active !== undefined && ready(active) ? active : undefined
    }
    for (let i = 0; i < queue.consumers.length; i++) {
      const consumer = queue.consumers[(queue.turn + i) % queue.consumers.length]
      if (consumer !== undefined && ready(consumer)) {
        queue.turn = (queue.turn + i + 1) % queue.consumers.length
        return consumer
      }
    }
    return undefined
  }

  private deliver(queue: Queue, entry: Entry, consumer: Consumer): void {
    entry.deliveries += 1
    entry.holder = consumer.id
    entry.channel = consumer.channel
    const auto = consumer.subscription.ack === 'before'
    if (auto) queue.entries.splice(queue.entries.indexOf(entry), 1)
    this.emit(auto ? 'acked' : 'delivered', queue.name, entry.seq, entry.message.id, consumer.id, [
      this.write(queue, entry, auto),
    ])
    const delivery = {
      broker: this.id,
      source: queue.name,
      partition: 0,
      offset: entry.seq,
      group: queue.name,
      epoch: consumer.channel,
      redelivered: entry.deliveries > 1,
      attempt: entry.deliveries,
    }
    this.sim.network.send({
      message: { ...entry.message, from: this.id, delivery },
      to: consumer.id,
      role: 'event',
      handler: -1,
      reply: -1,
      waiter: null,
      resumes: null,
      order: null,
    })
    if (!auto) this.limit(queue, entry)
  }

  private limit(queue: Queue, entry: Entry): void {
    const limitMs = queue.spec.ackTimeoutMs ?? 1_800_000
    this.sim.schedule(
      Math.round(limitMs * 1000),
      idleTask('ack limit', '', 0, entry.deliveries, this.place(queue, entry)),
    )
  }

  /** An ack or a nack: refused when the channel on which the message was handed out is gone. */
  private settle(message: Message, how: 'ack' | 'requeue' | 'reject'): void {
    const delivery = message.delivery
    const queue = this.queues.get(delivery?.source ?? '')
    const entry = queue?.entries.find((other) => other.seq === delivery?.offset)
    if (
      queue === undefined ||
      entry === undefined ||
      entry.holder === null ||
      entry.channel !== delivery?.epoch
    ) {
      this.emit(
        'commit refused',
        delivery?.source ?? '',
        delivery?.offset ?? -1,
        message.id,
        message.from,
        [],
      )
      return
    }
    if (how === 'ack') {
      queue.entries.splice(queue.entries.indexOf(entry), 1)
      this.emit('acked', queue.name, entry.seq, message.id, '', [this.write(queue, entry, true)])
    } else if (how === 'requeue') this.requeue(queue, entry)
    else this.deadLetter(queue, entry, 'dead-lettered')
    this.dispatch(queue)
  }

  /** Back to its own place in the queue, or to the dead letters when it has been tried too often. */
  private requeue(queue: Queue, entry: Entry): void {
    if (entry.deliveries >= (queue.spec.deliveryLimit ?? 20)) {
      this.deadLetter(queue, entry, 'dead-lettered')
      return
    }
    entry.holder = null
    this.emit('requeued', queue.name, entry.seq, entry.message.id, '', [this.write(queue, entry)])
  }

  private deadLetter(queue: Queue, entry: Entry, what: BrokerMove): void {
    queue.entries.splice(queue.entries.indexOf(entry), 1)
    this.emit(what, queue.name, entry.seq, entry.message.id, '', [this.write(queue, entry, true)])
    const dead = this.queues.get(queue.spec.deadLetter ?? '')
    if (dead === undefined) return
    this.enqueue(dead, entry.message)
    this.dispatch(dead)
  }

  private expire(place: Place): void {
    const { queue, entry } = this.find(place)
    if (queue !== undefined && entry?.holder === null) this.deadLetter(queue, entry, 'expired')
  }

  private giveBack(place: Place, deliveries: number): void {
    const { queue, entry } = this.find(place)
    if (
      queue === undefined ||
      entry === undefined ||
      entry.holder === null ||
      entry.deliveries !== deliveries
    )
      return
    this.requeue(queue, entry)
    this.dispatch(queue)
  }

  private find(place: Place): { readonly queue?: Queue; readonly entry?: Entry } {
    const queue = this.queues.get(place.queue)
    const entry = queue?.entries.find((other) => other.seq === place.seq)
    return { ...(queue === undefined ? {} : { queue }), ...(entry === undefined ? {} : { entry }) }
  }

  private place(queue: Queue, entry: Entry): Place {
    return { broker: this.id, queue: queue.name, seq: entry.seq }
  }

  private write(queue: Queue, entry: Entry, gone = false) {
    const row: Record<string, Json> = {
      seq: entry.seq,
      id: entry.message.id,
      type: entry.message.type,
      key: entry.message.key,
      state: entry.holder === null ? 'ready' : 'unacked',
      consumer: entry.holder ?? '',
      deliveries: entry.deliveries,
      data: entry.message.data,
    }
    return this.rows.put(queue.name, entry.seq, gone ? undefined : row)
  }

  private emit(
    what: BrokerMove,
    source: string,
    seq: number,
    id: string,
    consumer: string,
    changes: Parameters<Simulation['changed']>[1],
  ): void {
    this.sim.emit({
      kind: 'brokerChanged',
      service: this.id,
      database: this.id,
      what,
      source,
      partition: 0,
      offset: seq,
      id,
      group: consumer,
      changes,
    })
    if (changes.length > 0) this.sim.changed(this.id, changes)
  }

  arrived(process: Process, message: Message): void {
    this.sim.handlers.receive(process, message.type, message, -1)
  }

  missed(transmission: Transmission): void {
    const { delivery } = transmission.message
    if (delivery === undefined) return
    const place = { broker: this.id, queue: delivery.source, seq: delivery.offset }
    this.sim.schedule(
      Math.round(this.sim.timing.sessionTimeoutMs * 1000),
      task('fetch again', '', 0, delivery.attempt, place),
    )
  }

  ended(_process: Process, message: Message, failure: string | null): void {
    const { delivery } = message
    if (failure === null || delivery === undefined) return
    const place = { broker: this.id, queue: delivery.source, seq: delivery.offset }
    this.sim.schedule(requeueUs, task('fetch again', '', 0, delivery.attempt, place))
  }

  absent(process: Process, how: Absence): void {
    for (const queue of this.queues.values()) {
      const consumer = queue.consumers.find((other) => other.id === process.id)
      if (consumer === undefined || !consumer.reachable) continue
      consumer.reachable = false
      if (how === 'crashed') this.closeChannel(queue, consumer)
      else {
        const delayUs = Math.round(this.sim.timing.sessionTimeoutMs * 1000)
        this.sim.schedule(
          delayUs,
          task('session', '', 0, consumer.channel, { broker: this.id, member: consumer.id }),
        )
      }
    }
  }

  private sessionOver(data: { readonly member: string }, channel: number): void {
    for (const queue of this.queues.values()) {
      const consumer = queue.consumers.find((other) => other.id === data.member)
      if (consumer !== undefined && !consumer.reachable && consumer.channel === channel)
        this.closeChannel(queue, consumer)
    }
  }

  /** The connection is gone: everything it held goes back, flagged as redelivered. */
  private closeChannel(queue: Queue, consumer: Consumer): void {
    consumer.channel += 1
    for (const entry of [...queue.entries])
      if (entry.holder === consumer.id) this.requeue(queue, entry)
    this.dispatch(queue)
  }

  present(process: Process): void {
    for (const queue of this.queues.values()) {
      const consumer = queue.consumers.find((other) => other.id === process.id)
      if (consumer === undefined || consumer.reachable) continue
      consumer.reachable = true
      this.dispatch(queue)
    }
  }

  crash(): void {
    this.up = false
    for (const queue of this.queues.values()) {
      const lost = queue.entries.filter((entry) => !entry.durable)
      const changes = lost.map((entry) => {
        queue.entries.splice(queue.entries.indexOf(entry), 1)
        return this.write(queue, entry, true)
      })
      if (lost.length > 0)
        this.emit(
          'records lost',
          queue.name,
          lost[0]?.seq ?? -1,
          lost[0]?.message.id ?? '',
          '',
          changes,
        )
      for (const consumer of queue.consumers) this.closeChannel(queue, consumer)
    }
  }

  restart(): void {
    this.up = true
    for (const queue of this.queues.values()) this.dispatch(queue)
  }

  redeliver(message: Message): string | null {
    const place = {
      broker: this.id,
      queue: message.delivery?.source ?? '',
      seq: message.delivery?.offset ?? -1,
    }
    const { queue, entry } = this.find(place)
    if (queue === undefined || entry === undefined)
      return `${message.type} is no longer in a queue of ${this.id}`
    this.requeue(queue, entry)
    this.dispatch(queue)
    return null
  }

  groups(): readonly string[] {
    return []
  }

  rebalance(): void {
    // A queue has no groups, which the injector has told by now.
  }

  waiting(): string | null {
    for (const queue of this.queues.values()) {
      if (queue.entries.length > 0 && queue.consumers.length > 0)
        return `${queue.name} still holds ${queue.entries.length} of its messages`
    }
    return null
  }
}

interface Place {
  readonly broker: string
  readonly queue: string
  readonly seq: number
}
