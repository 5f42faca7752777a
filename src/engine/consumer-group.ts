import { moveOn, shareOut } from './assignment'
import type { Absence } from './broker'
import { idleTask, task } from './clock'
import type { Message } from './effects'
import type { LogBroker } from './log-broker'
import type { PartitionLog } from './partition-log'
import type { Process } from './process'
import type { Task } from './queue'
import type { Simulation } from './simulation'
import type { Subscription } from './system'
import type { RowChange } from './trace'

/** How long a consumer's library waits before it asks again for records that did not come. */
const fetchAgainUs = 40_000

interface Member {
  readonly id: string
  readonly subscription: Subscription
  reachable: boolean
  inGroup: boolean
  /** Its process has died since it was last reachable, and its library starts anew. */
  forgot: boolean
  /** Puts it out of the group when it has been silent too long. */
  session: Task | null
  /** Records that have arrived and wait for the handler, by partition; memory of the process. */
  readonly buffers: Map<number, Message[]>
  /** Partition → the record its handler works on, and the timer that takes it for dead. */
  readonly busy: Map<number, { readonly message: Message; readonly limit: Task | null }>
}

interface Share {
  readonly log: PartitionLog
  owner: string | null
  /** Group epoch since when the owner has it. */
  since: number
  /** What the group has done; survives everything. */
  committed: number
  /** Next offset to send to the owner. */
  next: number
  /** Offset that the owner's library wants next: it takes nothing that lies behind a hole. */
  wanted: number
  /** Highest offset ever sent, for the redelivered flag. */
  sent: number
  /** Deliveries of each offset so far. */
  readonly attempts: Map<number, number>
  /** Nothing is sent until the consumer asks again. */
  stall: Task | null
}

/** A group of consumers that share a topic: each partition has one owner, and the group one position a partition. */
export class ConsumerGroup {
  private readonly members: Member[] = []
  private readonly shares: readonly Share[]
  private epoch = 0

  constructor(
    private readonly sim: Simulation,
    private readonly broker: LogBroker,
    readonly name: string,
    readonly source: string,
    partitions: readonly PartitionLog[],
  ) {
    this.shares = partitions.map((log) => ({
      log,
      owner: null,
      since: 0,
      committed: 0,
      next: 0,
      wanted: 0,
      sent: -1,
      attempts: new Map(),
      stall: null,
    }))
  }

  join(id: string, subscription: Subscription): void {
    this.members.push({
      id,
      subscription,
      reachable: false,
      inGroup: false,
      forgot: false,
      session: null,
      buffers: new Map(),
      busy: new Map(),
    })
  }

  /** Sends what a partition's owner may have next. Its library fetches ahead; the handler takes one at a time. */
  dispatch(partition: number): void {
    const share = this.share(partition)
    const member = this.member(share.owner)
    if (member === undefined) return
    while (
      share.next < share.log.visible &&
      share.owner === member.id &&
      share.stall === null &&
      member.reachable &&
      this.broker.up
    )
      this.deliver(share, member, partition, share.next++)
  }

  dispatchAll(): void {
    this.shares.forEach((_, partition) => this.dispatch(partition))
  }

  private deliver(share: Share, member: Member, partition: number, offset: number): void {
    const record = share.log.records[offset]
    if (record === undefined) return
    const attempt = (share.attempts.get(offset) ?? 0) + 1
    share.attempts.set(offset, attempt)
    const redelivered = offset <= share.sent
    share.sent = Math.max(share.sent, offset)
    const { type, id, key, data, headers, role } = record
    const delivery = {
      broker: this.broker.id,
      source: this.source,
      partition,
      offset,
      group: this.name,
      epoch: this.epoch,
      redelivered,
      attempt,
    }
    this.sim.network.send(
      {
        message: { type, id, key, from: this.broker.id, data, headers, delivery },
        to: member.id,
        role,
        handler: -1,
        reply: -1,
        waiter: null,
        resumes: null,
        order: null,
      },
      { ordered: true },
    )
  }

  /** The library takes records of its own partitions, in order; what lies behind a hole has to come again. */
  expects(process: Process, message: Message): boolean {
    const { partition, offset } = placeOf(message)
    const share = this.share(partition)
    return share.owner === process.id && offset <= share.wanted
  }

  /** A record has reached the consumer's library. */
  arrived(process: Process, message: Message): void {
    const { partition, offset } = placeOf(message)
    const share = this.share(partition)
    const member = this.member(process.id)
    // A paused process may have lost the partition while the record lay at its door.
    if (member === undefined || share.owner !== process.id) return
    share.wanted = Math.max(share.wanted, offset + 1)
    if (!member.busy.has(partition)) this.handle(process, member, message)
    else {
      const buffer = member.buffers.get(partition)
      if (buffer === undefined) member.buffers.set(partition, [message])
      else buffer.push(message)
    }
  }

  private handle(process: Process, member: Member, message: Message): void {
    const { partition, offset } = placeOf(message)
    member.busy.set(partition, { message, limit: this.limit(member, message) })
    if (member.subscription.ack === 'before')
      this.advance(member.id, partition, offset + 1, this.epoch)
    this.sim.handlers.receive(process, message.type, message, -1)
  }

  private limit(member: Member, { transmission }: Message): Task | null {
    const { maxProcessingMs } = member.subscription
    if (maxProcessingMs === undefined) return null
    return this.sim.schedule(
      Math.round(maxProcessingMs * 1000),
      idleTask('processing limit', '', transmission, 0, this.about(member.id)),
    )
  }

  ended(process: Process, message: Message, failure: string | null): void {
    const { partition, epoch } = placeOf(message)
    const member = this.member(process.id)
    if (member === undefined) return
    this.sim.clock.cancel(member.busy.get(partition)?.limit ?? null)
    member.busy.delete(partition)
    if (member.reachable && !member.inGroup) this.enter(member)
    const share = this.share(partition)
    if (share.owner !== process.id) member.buffers.delete(partition)
    else if (failure !== null && member.subscription.ack !== 'before' && epoch >= share.since) {
      // A consumer that failed starts again from what is committed.
      member.buffers.delete(partition)
      this.setBack(share, share.committed)
      this.stall(share, partition)
    } else {
      const next = member.buffers.get(partition)?.shift()
      if (next !== undefined) this.handle(process, member, next)
    }
  }

  /** An ack has reached the broker. */
  commit(from: string, message: Message): void {
    const { partition, offset, epoch } = placeOf(message)
    this.advance(from, partition, offset + 1, epoch)
  }

  private advance(from: string, partition: number, position: number, epoch: number): void {
    const share = this.share(partition)
    if (share.owner !== from || epoch < share.since) {
      this.broker.emit('commit refused', this.source, partition, position, from, this.name, [])
      return
    }
    if (position <= share.committed) return
    share.committed = position
    this.broker.emit('position committed', this.source, partition, position, from, this.name, [
      this.write(partition),
    ])
  }

  private write(partition: number): RowChange {
    const { committed, owner } = this.share(partition)
    return this.broker.rows.put('positions', `${this.name}/${this.source}/${partition}`, {
      group: this.name,
      topic: this.source,
      partition,
      position: committed,
      member: owner ?? '',
    })
  }

  /** A record got lost on its way: the library notices the hole and asks again. */
  missed(to: string, message: Message): void {
    const { partition, offset } = placeOf(message)
    const share = this.share(partition)
    if (share.owner === to && offset >= share.wanted && share.stall === null)
      this.stall(share, partition)
  }

  private stall(share: Share, partition: number): void {
    this.sim.clock.cancel(share.stall)
    share.stall = this.sim.schedule(
      fetchAgainUs,
      task('fetch again', '', partition, 0, this.about('')),
    )
  }

  private setBack(share: Share, offset: number): void {
    this.sim.clock.cancel(share.stall)
    share.stall = null
    share.next = offset
    share.wanted = offset
  }

  due(due: Task): void {
    if (due.kind === 'fetch again') {
      const share = this.share(due.ref)
      share.stall = null
      share.next = Math.min(share.next, share.wanted)
      this.dispatch(due.ref)
      return
    }
    const member = this.member((due.data as ReturnType<ConsumerGroup['about']>).member)
    if (member === undefined) return
    if (due.kind === 'session') this.leave(member, `${member.id} was silent too long`)
    else if ([...member.busy.values()].some(({ message }) => message.transmission === due.ref))
      this.leave(member, `${member.id} took too long`)
  }

  private about(member: string) {
    return { broker: this.broker.id, group: this.name, source: this.source, member }
  }

  absent(process: Process, how: Absence): void {
    const member = this.member(process.id)
    if (member === undefined) return
    if (how === 'crashed') {
      member.forgot = true
      member.buffers.clear()
      for (const { limit } of member.busy.values()) this.sim.clock.cancel(limit)
      member.busy.clear()
    }
    if (!member.reachable) return
    member.reachable = false
    if (!member.inGroup) return
    const sessionUs = Math.round(this.sim.timing.sessionTimeoutMs * 1000)
    member.session = this.sim.schedule(sessionUs, task('session', '', 0, 0, this.about(member.id)))
  }

  /** A member can be reached (again); one that has lost its memory goes on from the committed positions. */
  present(process: Process): void {
    const member = this.member(process.id)
    if (member === undefined || member.reachable) return
    member.reachable = true
    this.sim.clock.cancel(member.session)
    member.session = null
    if (!member.inGroup) this.enter(member)
    else {
      this.shares.forEach((share, partition) => {
        if (share.owner !== member.id) return
        if (member.forgot) this.setBack(share, share.committed)
        this.dispatch(partition)
      })
    }
    member.forgot = false
  }

  private enter(member: Member): void {
    member.inGroup = true
    member.buffers.clear()
    this.rebalance(`${member.id} joined`, shareOut)
  }

  private leave(member: Member, reason: string): void {
    if (!member.inGroup) return
    member.inGroup = false
    this.rebalance(reason, shareOut)
  }

  /** Every partition goes to the next member. */
  moveOn(): void {
    this.rebalance('asked for', moveOn)
  }

  /** Whether a partition has somewhere else to go. */
  hasChoice(): boolean {
    return this.members.filter((member) => member.inGroup).length > 1
  }

  private rebalance(reason: string, share: typeof shareOut): void {
    const present = this.members.filter((member) => member.inGroup).map(({ id }) => id)
    const owners = share(
      this.shares.map(({ owner }) => owner),
      present,
    )
    this.epoch += 1
    const moved = this.shares.flatMap((held, partition) => {
      const owner = owners[partition] ?? null
      if (owner === held.owner) return []
      held.owner = owner
      held.since = this.epoch
      this.setBack(held, held.committed)
      return [partition]
    })
    const owned = owners.flatMap((owner, partition) => (owner === null ? [] : [[partition, owner]]))
    const changes = this.shares.map((_, partition) => this.write(partition))
    this.sim.emit({
      kind: 'rebalanced',
      service: this.broker.id,
      database: this.broker.id,
      source: this.source,
      group: this.name,
      epoch: this.epoch,
      assignment: Object.fromEntries(owned) as Record<number, string>,
      reason,
      changes,
    })
    this.sim.changed(this.broker.id, changes)
    for (const partition of moved) this.dispatch(partition)
  }

  /** Sets the reader back so that a record is handed out again, and what follows it. */
  rewind(message: Message): void {
    const { partition, offset } = placeOf(message)
    const share = this.share(partition)
    share.next = Math.min(share.next, offset)
    this.dispatch(partition)
  }

  /** A sentence about records that nobody will ever read, or null. */
  unread(): string | null {
    const orphan = this.shares.some(
      ({ owner, committed, log }) => owner === null && committed < log.visible,
    )
    return orphan ? `${this.source} has records that no consumer of ${this.name} reads.` : null
  }

  private share(partition: number): Share {
    return this.shares[partition] as Share
  }

  private member(id: string | null): Member | undefined {
    return this.members.find((other) => other.id === id)
  }
}

/** Where in the log a delivery comes from. */
function placeOf({ delivery }: Message): NonNullable<Message['delivery']> {
  return delivery as NonNullable<Message['delivery']>
}
