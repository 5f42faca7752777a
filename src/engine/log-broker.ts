import { EngineError } from './assert'
import type { Absence, BrokerNode } from './broker'
import { BrokerRows } from './broker'
import { task } from './clock'
import { ConsumerGroup } from './consumer-group'
import { hashText } from './draws'
import type { Message } from './effects'
import type { Transmission } from './network'
import type { LogRecord } from './partition-log'
import { PartitionLog } from './partition-log'
import type { Process } from './process'
import type { Task } from './queue'
import type { Simulation } from './simulation'
import type { LogBroker as Spec } from './system'
import type { BrokerMove, RowChange } from './trace'

/**
 * A log broker (domain.md C.1): a topic is partitions, order exists inside one partition, a record stays
 * after it was read, and what a group has done is one number a partition.
 */
export class LogBroker implements BrokerNode {
  up = true
  readonly routes = false
  readonly rows = new BrokerRows()
  private readonly topics = new Map<string, readonly PartitionLog[]>()
  private readonly groups: ConsumerGroup[] = []
  /** Counts starts: what was received before the last one is forgotten. */
  private epoch = 0

  constructor(
    private readonly sim: Simulation,
    private readonly spec: Spec,
  ) {
    for (const [topic, { partitions }] of Object.entries(spec.topics))
      this.topics.set(
        topic,
        Array.from({ length: partitions }, () => new PartitionLog()),
      )
    for (const service of sim.system.services) {
      for (const subscription of service.subscriptions ?? []) {
        if (subscription.broker !== spec.id) continue
        const name = subscription.group ?? service.id
        this.groupFor(name, subscription.source).join(service.id, subscription)
      }
    }
  }

  private groupFor(name: string, source: string): ConsumerGroup {
    const found = this.groups.find((group) => group.name === name && group.source === source)
    if (found !== undefined) return found
    const group = new ConsumerGroup(this.sim, this, name, source, this.topics.get(source) ?? [])
    this.groups.push(group)
    return group
  }

  get id(): string {
    return this.spec.id
  }

  get title(): string {
    return this.spec.title
  }

  receive(transmission: Transmission): void {
    const { order, message } = transmission
    if (order?.kind === 'ack') this.groupOf(order.message)?.commit(message.from, order.message)
    else if (order?.kind === 'publish') {
      const delayUs = Math.round(this.sim.timing.appendMs * 1000)
      const data = { broker: this.id, transmission }
      this.sim.schedule(delayUs, task('append', '', 0, this.epoch, data))
    }
  }

  due(due: Task): void {
    if (due.kind === 'append' || due.kind === 'fsync') {
      if (due.token !== this.epoch) return
      if (due.kind === 'append')
        this.append((due.data as { transmission: Transmission }).transmission)
      else this.fsync(due.data as Appended)
    } else {
      const { group, source } = due.data as { readonly group: string; readonly source: string }
      this.groups.find((other) => other.name === group && other.source === source)?.due(due)
    }
  }

  private append(transmission: Transmission): void {
    const { message, order, role } = transmission
    if (order?.kind !== 'publish') return
    const { topic } = order
    const partition = this.partitionOf(topic, message)
    const log = this.partition(topic, partition)
    const session = order.sequence < 0 ? '' : `${order.producer}/${order.sequence}`
    const known = log.known(session)
    const { type, id, key, data, headers } = message
    const offset = known ?? log.append({ type, id, key, data, headers, role, session })
    if (known === undefined)
      this.emit('appended', topic, partition, offset, id, '', [
        this.write(topic, partition, offset),
      ])
    else this.emit('deduplicated', topic, partition, offset, id, '', [])
    this.appended({ broker: this.id, topic, partition, offset, transmission })
  }

  private partitionOf(topic: string, { key, type }: Message): number {
    const count = this.topics.get(topic)?.length ?? 0
    if (count === 0)
      throw new EngineError(
        `${type} is published to ${topic}, which ${this.id} does not have`,
        `Its topics are ${[...this.topics.keys()].join(', ')}.`,
      )
    return key === '' ? 0 : hashText(key) % count
  }

  private appended(appended: Appended): void {
    const { order } = appended.transmission
    if (order?.kind === 'publish' && order.acks === 'leader' && !this.confirm(appended)) return
    const fsyncUs = Math.round(this.sim.timing.fsyncMs * 1000)
    if (fsyncUs === 0) this.fsync(appended)
    else this.sim.schedule(fsyncUs, task('fsync', '', 0, this.epoch, appended))
  }

  /** A record gets its copies: from now on consumers see it and a crash keeps it. */
  private fsync(appended: Appended): void {
    const { topic, partition, offset, transmission } = appended
    const log = this.partition(topic, partition)
    if (offset >= log.visible) {
      if (!this.sim.brokerPoint(this, 'before_fsync', transmission.message.type)) return
      log.visible = offset + 1
      this.sim.noticed()
      for (const group of this.groups) if (group.source === topic) group.dispatch(partition)
    }
    const { order } = transmission
    if (order?.kind === 'publish' && order.acks === 'all') this.confirm(appended)
  }

  private confirm({ transmission }: Appended): boolean {
    const { type } = transmission.message
    if (!this.sim.brokerPoint(this, 'after_enqueue_before_confirm', type)) return false
    this.sim.post.confirm(transmission, 'confirmed')
    return true
  }

  private partition(topic: string, partition: number): PartitionLog {
    return this.topics.get(topic)?.[partition] as PartitionLog
  }

  private write(topic: string, partition: number, offset: number): RowChange {
    const record: LogRecord | undefined = this.partition(topic, partition).records[offset]
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
    if (this.sim.recorder.on) {
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
    }
    if (changes.length > 0) this.sim.changed(this.id, changes)
  }

  private groupOf({ delivery }: Message): ConsumerGroup | undefined {
    return this.groups.find(
      (group) => group.name === delivery?.group && group.source === delivery.source,
    )
  }

  expects(process: Process, message: Message): boolean {
    return this.groupOf(message)?.expects(process, message) === true
  }

  arrived(process: Process, message: Message): void {
    this.groupOf(message)?.arrived(process, message)
  }

  missed({ message, to }: Transmission): void {
    this.groupOf(message)?.missed(to, message)
  }

  unsettled(): void {
    // The next ack says it too, and a position that stays behind costs a repetition at most.
  }

  ended(process: Process, message: Message, failure: string | null): void {
    this.groupOf(message)?.ended(process, message, failure)
  }

  absent(process: Process, how: Absence): void {
    for (const group of this.groups) group.absent(process, how)
  }

  present(process: Process): void {
    for (const group of this.groups) group.present(process)
  }

  /** The leader dies: what was not copied yet is gone, and so is everything it was about to do. */
  crash(): void {
    this.up = false
    this.epoch += 1
    for (const [topic, partitions] of this.topics) {
      partitions.forEach((log, partition) => {
        const lost = log.truncate()
        const [first] = lost
        if (first === undefined) return
        const changes = lost.map(({ offset }) => this.write(topic, partition, offset))
        this.emit('records lost', topic, partition, first.offset, first.id, '', changes)
      })
    }
  }

  restart(): void {
    this.up = true
    for (const group of this.groups) group.dispatchAll()
  }

  refusesToRedeliver(message: Message): string | null {
    return this.groupOf(message) === undefined ? `${message.type} is not a delivery.` : null
  }

  redeliver(message: Message): void {
    this.groupOf(message)?.rewind(message)
  }

  refusesToRebalance(name: string): string | null {
    const group = this.groups.find((other) => other.name === name)
    if (group === undefined) return `${this.title} has no group ${name}.`
    return group.hasChoice() ? null : `The group ${name} has nobody else to take over.`
  }

  rebalance(name: string): void {
    for (const group of this.groups) if (group.name === name) group.moveOn()
  }

  waiting(): string | null {
    for (const group of this.groups) {
      const unread = group.unread()
      if (unread !== null) return unread
    }
    return null
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
function recordKey(partition: number, offset: number): string {
  return `${partition}/${String(offset).padStart(6, '0')}`
}
