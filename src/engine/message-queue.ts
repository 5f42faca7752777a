import type { Absence } from './broker'
import { idleTask, task } from './clock'
import type { Delivery, Message, MessageRole } from './effects'
import type { Json } from './json'
import type { Process } from './process'
import type { QueueBroker } from './queue-broker'
import type { Task } from './queue'
import type { Simulation } from './simulation'
import type { QueueSpec, Subscription } from './system'
import type { BrokerMove, RowChange } from './trace'

/** How long a consumer waits before it hands back a message whose handler failed. */
const handBackUs = 10_000

/** Deliveries before a message is dead-lettered, and how long it may stay unacked: as RabbitMQ's quorum queues since 4.0. */
const deliveriesMax = 20
const ackTimeoutMs = 1_800_000

export interface Entry {
  readonly seq: number
  readonly message: Omit<Message, 'transmission' | 'delivery'>
  readonly role: MessageRole
  /** Consumer that holds it unacked, or null when it is ready. */
  holder: Consumer | null
  /** Channel on which it was handed out last. */
  channel: number
  deliveries: number
  /** On disk: a crash keeps it. */
  durable: boolean
  expired: boolean
  /** Gives it back when it has been unacked too long. */
  limit: Task | null
  ttl: Task | null
}

interface Consumer {
  readonly id: string
  readonly subscription: Subscription
  reachable: boolean
  /** Changes when the connection is made anew. */
  channel: number
  /** Closes the channel when it has been silent too long. */
  session: Task | null
}

type Why = 'requeued' | 'dead-lettered' | 'expired'

/** One queue: a message keeps its place while it is unacked, and goes when it is acked. */
export class MessageQueue {
  /** In queue order. */
  private readonly entries: Entry[] = []
  private readonly consumers: Consumer[] = []
  /** Consumer whose turn is next. */
  private turn = 0
  /** The one that gets messages, where only one may. */
  private active: Consumer | null = null

  constructor(
    private readonly sim: Simulation,
    private readonly broker: QueueBroker,
    readonly name: string,
    private readonly spec: QueueSpec,
  ) {}

  join(id: string, subscription: Subscription): void {
    this.consumers.push({ id, subscription, reachable: false, channel: 0, session: null })
  }

  enqueue(seq: number, message: Entry['message'], role: MessageRole, durable: boolean): Entry {
    const entry: Entry = {
      seq,
      message,
      role,
      holder: null,
      channel: 0,
      deliveries: 0,
      durable,
      expired: false,
      limit: null,
      ttl: null,
    }
    this.entries.push(entry)
    this.emit('enqueued', entry, '', this.write(entry))
    const { ttlMs, maxLength } = this.spec
    if (ttlMs !== undefined)
      entry.ttl = this.sim.schedule(
        Math.round(ttlMs * 1000),
        task('expire', '', seq, 0, this.about('')),
      )
    if (maxLength !== undefined) this.dropOldest(maxLength)
    return entry
  }

  private dropOldest(maxLength: number): void {
    const ready = this.entries.filter((entry) => entry.holder === null)
    const [oldest] = ready
    if (oldest !== undefined && ready.length > maxLength) this.remove(oldest, 'dead-lettered')
  }

  /** Hands out ready messages while a consumer has room in its prefetch window. */
  dispatch(): void {
    for (const entry of [...this.entries]) {
      if (!this.broker.up) return
      if (entry.holder !== null || !this.entries.includes(entry)) continue
      const consumer = this.nextConsumer()
      if (consumer === undefined) return
      this.deliver(entry, consumer)
    }
  }

  private nextConsumer(): Consumer | undefined {
    if (this.spec.singleActiveConsumer === true) {
      this.active ??= this.consumers.find(({ reachable }) => reachable) ?? null
      return this.active !== null && this.hasRoom(this.active) ? this.active : undefined
    }
    for (let i = 0; i < this.consumers.length; i++) {
      const place = (this.turn + i) % this.consumers.length
      const consumer = this.consumers[place]
      if (consumer === undefined || !this.hasRoom(consumer)) continue
      this.turn = place + 1
      return consumer
    }
    return undefined
  }

  private hasRoom(consumer: Consumer): boolean {
    const held = this.entries.filter((entry) => entry.holder === consumer).length
    return consumer.reachable && held < (consumer.subscription.prefetch ?? 1)
  }

  private deliver(entry: Entry, consumer: Consumer): void {
    entry.deliveries += 1
    entry.holder = consumer
    entry.channel = consumer.channel
    const delivery: Delivery = {
      broker: this.broker.id,
      source: this.name,
      partition: 0,
      offset: entry.seq,
      group: this.name,
      epoch: consumer.channel,
      redelivered: entry.deliveries > 1,
      attempt: entry.deliveries,
    }
    if (consumer.subscription.ack === 'before') this.remove(entry, 'acked')
    else {
      this.emit('delivered', entry, consumer.id, this.write(entry))
      this.limit(entry)
    }
    this.sim.network.send({
      message: { ...entry.message, from: this.broker.id, delivery },
      to: consumer.id,
      role: entry.role,
      handler: -1,
      reply: -1,
      waiter: null,
      resumes: null,
      order: null,
    })
  }

  /** A limit that somebody has set keeps the run going until it is over. */
  private limit(entry: Entry): void {
    const set = this.spec.ackTimeoutMs
    const make = set === undefined ? idleTask : task
    entry.limit = this.sim.schedule(
      Math.round((set ?? ackTimeoutMs) * 1000),
      make('ack limit', '', entry.seq, entry.deliveries, this.about('')),
    )
  }

  /** An ack or a nack; refused when the channel on which the message was handed out is gone, or it was handed out again. */
  settle(from: string, message: Message, how: 'acked' | 'requeued' | 'dead-lettered'): void {
    const { offset = -1, epoch, attempt } = message.delivery ?? {}
    const entry = this.entry(offset)
    if (
      entry === undefined ||
      entry.holder?.id !== from ||
      entry.channel !== epoch ||
      entry.deliveries !== attempt
    ) {
      this.broker.emit('commit refused', this.name, offset, message.id, from, [])
      return
    }
    if (how === 'requeued') this.requeue(entry)
    else this.remove(entry, how)
    this.dispatch()
  }

  /** Back to its own place, or to the dead letters when it is too old or has been tried too often. */
  private requeue(entry: Entry): void {
    const limit = this.spec.deliveryLimit ?? deliveriesMax
    const what: Why = entry.expired
      ? 'expired'
      : entry.deliveries >= limit
        ? 'dead-lettered'
        : 'requeued'
    if (what !== 'requeued') {
      this.remove(entry, what)
      return
    }
    this.sim.clock.cancel(entry.limit)
    entry.holder = null
    this.emit(what, entry, '', this.write(entry))
  }

  /** Takes an entry out of the queue; one that nobody has dealt with goes to the dead letters. */
  private remove(entry: Entry, what: 'acked' | 'dead-lettered' | 'expired'): void {
    const change = this.take(entry)
    this.emit(what, entry, what === 'acked' ? (entry.holder?.id ?? '') : '', change)
    if (what !== 'acked' && this.spec.deadLetter !== undefined)
      this.broker.bury(this.spec.deadLetter, entry)
  }

  private take(entry: Entry): RowChange {
    this.entries.splice(this.entries.indexOf(entry), 1)
    this.sim.clock.cancel(entry.limit)
    this.sim.clock.cancel(entry.ttl)
    return this.broker.rows.put(this.name, entry.seq, undefined)
  }

  due(due: Task): void {
    if (due.kind === 'session') {
      const { member } = due.data as ReturnType<MessageQueue['about']>
      const consumer = this.consumer(member)
      if (consumer !== undefined) this.closeChannel(consumer)
      return
    }
    const entry = this.entry(due.ref)
    if (entry === undefined) return
    if (due.kind === 'expire') {
      entry.expired = true
      if (entry.holder === null) this.remove(entry, 'expired')
    } else this.giveBack(entry, due.token)
  }

  /** The delivery with this number is over: it did not arrive, failed, or took too long. */
  private giveBack(entry: Entry, attempt: number): void {
    if (entry.holder === null || entry.deliveries !== attempt) return
    this.requeue(entry)
    this.dispatch()
  }

  /** A delivery or its ack got lost; the broker finds out when the connection has been silent too long. */
  missed({ offset, attempt }: Delivery): void {
    this.later(this.sim.timing.sessionTimeoutMs * 1000, offset, attempt)
  }

  /** A handler has failed: its consumer hands the message back. */
  failed({ offset, attempt }: Delivery): void {
    this.later(handBackUs, offset, attempt)
  }

  private later(delayUs: number, seq: number, attempt: number): void {
    if (this.entry(seq) === undefined) return
    this.sim.schedule(Math.round(delayUs), task('fetch again', '', seq, attempt, this.about('')))
  }

  absent(process: Process, how: Absence): void {
    const consumer = this.consumer(process.id)
    if (consumer === undefined) return
    if (how === 'crashed') this.closeChannel(consumer)
    else if (consumer.reachable) {
      const sessionUs = Math.round(this.sim.timing.sessionTimeoutMs * 1000)
      const over = task('session', '', 0, 0, this.about(consumer.id))
      consumer.session = this.sim.schedule(sessionUs, over)
    }
    consumer.reachable = false
  }

  present(process: Process): void {
    const consumer = this.consumer(process.id)
    if (consumer === undefined || consumer.reachable) return
    consumer.reachable = true
    this.sim.clock.cancel(consumer.session)
    consumer.session = null
    this.dispatch()
  }

  /** The connection is gone: everything it held goes back, flagged as redelivered. */
  private closeChannel(consumer: Consumer): void {
    consumer.channel += 1
    consumer.reachable = false
    this.sim.clock.cancel(consumer.session)
    consumer.session = null
    if (this.active === consumer) this.active = null
    for (const entry of [...this.entries]) if (entry.holder === consumer) this.requeue(entry)
    this.dispatch()
  }

  /** The broker dies: what is not on disk is gone, and the rest is ready again. */
  crash(): void {
    const lost = this.entries.filter((entry) => !entry.durable)
    const [first] = lost
    if (first !== undefined) {
      const changes = lost.map((entry) => this.take(entry))
      this.broker.emit('records lost', this.name, first.seq, first.message.id, '', changes)
    }
    this.active = null
    for (const consumer of this.consumers) consumer.channel += 1
    for (const entry of [...this.entries]) if (entry.holder !== null) this.requeue(entry)
  }

  has(seq: number): boolean {
    return this.entry(seq) !== undefined
  }

  redeliver(seq: number): void {
    const entry = this.entry(seq)
    if (entry === undefined) return
    if (entry.holder !== null) this.requeue(entry)
    this.dispatch()
  }

  /** A sentence about messages that somebody should have dealt with, or null. */
  waiting(): string | null {
    const { length } = this.entries
    if (length === 0 || this.consumers.length === 0) return null
    return `${this.name} still holds ${length === 1 ? 'a message' : `${length} messages`}.`
  }

  private entry(seq: number): Entry | undefined {
    return this.entries.find((entry) => entry.seq === seq)
  }

  private consumer(id: string): Consumer | undefined {
    return this.consumers.find((consumer) => consumer.id === id)
  }

  private about(member: string) {
    return { broker: this.broker.id, queue: this.name, member }
  }

  private write({ seq, message, holder, deliveries }: Entry): RowChange {
    const { id, type, key, data } = message
    const row: Record<string, Json> = {
      seq,
      id,
      type,
      key,
      state: holder === null ? 'ready' : 'unacked',
      consumer: holder?.id ?? '',
      deliveries,
      data,
    }
    return this.broker.rows.put(this.name, seq, row)
  }

  private emit(what: BrokerMove, entry: Entry, consumer: string, change: RowChange): void {
    this.broker.emit(what, this.name, entry.seq, entry.message.id, consumer, [change])
  }
}
