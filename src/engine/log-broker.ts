import { idleTask, task } from './clock'
import type { Absence, BrokerNode } from './broker'
import { BrokerRows } from './broker'
import { ConsumerGroup } from './consumer-group'
import { hashText } from './draws'
import type { Message } from './effects'
import type { Transmission } from './network'
import type { Process } from './process'
import type { Task } from './queue'
import type { Simulation } from './simulation'
import type { LogBroker as Spec } from './system'
import type { BrokerMove, RowChange } from './trace'

/** One record of a partition. */
export interface LogRecord {
  readonly offset: number
  readonly type: string
  readonly id: string
  readonly key: string
  readonly from: string
  readonly data: Message['data']
  readonly headers: Message['headers']
  /** Copied or on disk: consumers see it, and a crash keeps it. */
  durable: boolean
}

/**
 * A log broker (domain.md C.1): a topic is partitions, order exists inside one partition, a record stays
 * after it was read, and what a group has done is one number a partition.
 */
export class LogBroker implements BrokerNode {
  up = true
  readonly rows = new BrokerRows()
  private readonly partitions = new Map<string, LogRecord[][]>()
  private readonly consumerGroups: ConsumerGroup[] = []
  /** Sequences seen of idempotent producers, for one producer session. */
  private readonly produced = new Set<string>()

  constructor(
    private readonly sim: Simulation,
    private readonly spec: Spec,
  ) {
    for (const [topic, { partitions }] of Object.entries(spec.topics)) {
      this.partitions.set(
        topic,
        Array.from({ length: partitions }, () => []),
      )
    }
    for (const service of sim.system.services) {
      for (const subscription of service.subscriptions ?? []) {
        if (subscription.broker !== spec.id) continue
        const name = subscription.group ?? service.id
        let group = this.consumerGroups.find(
          (other) => other.name === name && other.source === subscription.source,
        )
        if (group === undefined) {
          group = new ConsumerGroup(sim, this, name, subscription.source)
          this.consumerGroups.push(group)
        }
        group.join(service.id, subscription)
      }
    }
  }

  get id(): string {
    return this.spec.id
  }

  sources(): readonly string[] {
    return [...this.partitions.keys()]
  }

  partitionCount(topic: string): number {
    return this.partitions.get(topic)?.length ?? 0
  }

  record(topic: string, partition: number, offset: number): LogRecord | undefined {
    return this.partitions.get(topic)?.[partition]?.[offset]
  }

  receive(transmission: Transmission): void {
    const { order, message } = transmission
    if (order?.kind === 'ack') this.groupOf(order.message)?.commit(message.from, order.message)
    else if (order?.kind === 'publish') {
      const delayUs = Math.round(this.sim.timing.appendMs * 1000)
      this.sim.schedule(delayUs, task('append', '', 0, 0, { broker: this.id, transmission }))
    }
  }

  due(due: Task): void {
    if (due.kind === 'append')
      this.append((due.data as { transmission: Transmission }).transmission)
    else if (due.kind === 'fsync') this.fsync(due.data as Appended)
    else for (const group of this.consumerGroups) group.due(due)
  }

  private append(transmission: Transmission): void {
    const { message, order } = transmission
    if (!this.up || order?.kind !== 'publish') return
    const topic = this.partitions.get(order.topic)
    if (topic === undefined || topic.length === 0) {
      this.emit('unroutable', order.topic, 0, 0, message.id, '', [])
      this.sim.confirm(this.id, transmission, 'unknown')
      return
    }
    const partition = message.key === '' ? 0 : hashText(message.key) % topic.length
    const log = topic[partition] as LogRecord[]
    const session = `${order.producer}/${order.topic}/${partition}/${order.sequence}`
    const repeated = order.sequence >= 0 && this.produced.has(session)
    if (repeated) this.emit('deduplicated', order.topic, partition, log.length, message.id, '', [])
    else {
      this.produced.add(session)
      const { type, id, key, from, data, headers } = message
      log.push({ offset: log.length, type, id, key, from, data, headers, durable: false })
      this.emit('appended', order.topic, partition, log.length - 1, id, '', [
        this.write(order.topic, partition, log.length - 1),
      ])
    }
    this.appended({
      broker: this.id,
      topic: order.topic,
      partition,
      offset: log.length - 1,
      transmission,
    })
  }

  private appended(appended: Appended): void {
    const { order, message } = appended.transmission
    const acks = order?.kind === 'publish' ? order.acks : 'all'
    if (!this.sim.brokerPoint(this.id, 'before_fsync', message.type)) return
    if (acks === 'leader') this.confirm(appended.transmission)
    const fsyncUs = Math.round(this.sim.timing.fsyncMs * 1000)
    if (fsyncUs === 0) this.fsync(appended)
    else this.sim.schedule(fsyncUs, task('fsync', '', 0, 0, appended))
  }

  private fsync({ topic, partition, offset, transmission }: Appended): void {
    const record = this.record(topic, partition, offset)
    if (!this.up || record === undefined) return
    record.durable = true
    this.sim.changes += 1
    for (const group of this.consumerGroups) if (group.source === topic) group.dispatch(partition)
    const acks = transmission.order?.kind === 'publish' ? transmission.order.acks : 'all'
    if (acks === 'all') this.confirm(transmission)
  }

  private confirm(transmission: Transmission): void {
    if (!this.sim.brokerPoint(this.id, 'after_enqueue_before_confirm', transmission.message.type))
      return
    this.sim.confirm(this.id, transmission, 'confirmed')
  }

  private write(topic: string, partition: number, offset: number): RowChange {
    const record = this.record(topic, partition, offset)
    const key = recordKey(partition, offset)
    if (record === undefined) return this.rows.put(topic, key, undefined)
    const { id, type, data } = record
    return this.rows.put(topic, key, { partition, offset, id, type, key: record.key, data })
  }

  emit(
    what: BrokerMove,
    source: string,
    partition: number,
    offset: number,
    id: string,
    group: string,
    changes: readonly RowChange[],
  ): void {
    this.sim.emit({
      kind: 'brokerChanged',
      service: this.id,
      database: this.id,
      what,
      source,
      partition,
      offset,
      id,
      group,
      changes,
    })
    if (changes.length > 0) this.sim.changed(this.id, changes)
  }

  private groupOf(message: Message): ConsumerGroup | undefined {
    return this.consumerGroups.find(
      (group) => group.name === message.delivery?.group && group.source === message.delivery.source,
    )
  }

  arrived(process: Process, message: Message): void {
    this.groupOf(message)?.arrived(process, message)
  }

  missed(transmission: Transmission): void {
    this.groupOf(transmission.message)?.missed(transmission.message)
  }

  ended(process: Process, message: Message, failure: string | null): void {
    this.groupOf(message)?.ended(process, message, failure)
  }

  absent(process: Process, how: Absence): void {
    for (const group of this.consumerGroups) group.absent(process, how)
  }

  present(process: Process, restarted: boolean): void {
    for (const group of this.consumerGroups) group.present(process, restarted)
  }

  /** The leader dies: what was not copied yet is gone. */
  crash(): void {
    this.up = false
    for (const [topic, partitions] of this.partitions) {
      partitions.forEach((log, partition) => {
        const kept = log.findIndex((record) => !record.durable)
        if (kept < 0) return
        const lost = log.splice(kept)
        const changes = lost.map((record) => this.write(topic, partition, record.offset))
        this.emit('records lost', topic, partition, kept, lost[0]?.id ?? '', '', changes)
      })
    }
    for (const group of this.consumerGroups) group.disconnect()
  }

  restart(): void {
    this.up = true
    for (const group of this.consumerGroups) group.reconnect()
  }

  redeliver(message: Message): string | null {
    const group = this.groupOf(message)
    return group === undefined
      ? `${message.type} was not handed out by ${this.id}`
      : group.rewind(message)
  }

  groups(): readonly string[] {
    return this.consumerGroups.map((group) => group.name)
  }

  rebalance(name: string): void {
    this.consumerGroups.find((group) => group.name === name)?.rebalance('asked for')
  }

  waiting(): string | null {
    for (const group of this.consumerGroups) {
      const behind = group.behind()
      if (behind !== null) return behind
    }
    return null
  }

  /** How far a topic's partition reaches that consumers may see. */
  visible(topic: string, partition: number): number {
    const log = this.partitions.get(topic)?.[partition] ?? []
    const first = log.findIndex((record) => !record.durable)
    return first < 0 ? log.length : first
  }

  /** A timer of a group, told apart by its name. */
  scheduleSession(group: string, member: string, epoch: number): void {
    const delayUs = Math.round(this.sim.timing.sessionTimeoutMs * 1000)
    this.sim.schedule(delayUs, task('session', '', 0, epoch, { broker: this.id, group, member }))
  }

  scheduleLimit(group: string, member: string, offset: number, delayUs: number): void {
    this.sim.schedule(
      delayUs,
      idleTask('processing limit', '', offset, 0, { broker: this.id, group, member }),
    )
  }
}

interface Appended {
  readonly broker: string
  readonly topic: string
  readonly partition: number
  readonly offset: number
  readonly transmission: Transmission
}

/** Key of a record's row; padded so that text order is log order. */
export function recordKey(partition: number, offset: number): string {
  return `${partition}/${String(offset).padStart(6, '0')}`
}
