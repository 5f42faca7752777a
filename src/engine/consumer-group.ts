import { task } from './clock'
import type { Absence } from './broker'
import type { Message } from './effects'
import type { LogBroker } from './log-broker'
import type { Process } from './process'
import type { Task } from './queue'
import type { Simulation } from './simulation'
import type { Subscription } from './system'

/** How long a consumer's library waits before it asks again for records that did not come. */
const fetchAgainUs = 40_000

interface Member {
  readonly id: string
  readonly subscription: Subscription
  reachable: boolean
  /** Counts absences, so that an old session timer is recognised. */
  absences: number
  inGroup: boolean
  /** Records that have arrived and wait for the handler, by partition; memory of the process. */
  readonly buffers: Map<number, Message[]>
  /** Partition → offset its handler works on. */
  readonly busy: Map<number, number>
}

interface Share {
  owner: string | null
  /** Group epoch since when the owner has it. */
  since: number
  /** What the group has done; survives everything. */
  committed: number
  /** Next offset to send to the owner. */
  next: number
  /** Highest offset ever sent, for the redelivered flag. */
  sent: number
  /** Deliveries of each offset so far. */
  readonly attempts: Map<number, number>
  /** A record got lost: nothing more is sent until the consumer asks again. */
  stalled: boolean
}

/** A group of consumers that share a topic: each partition has one owner, and the group one position a partition. */
export class ConsumerGroup {
  private readonly members: Member[] = []
  private readonly shares: Share[] = []
  private epoch = 0

  constructor(
    private readonly sim: Simulation,
    private readonly broker: LogBroker,
    readonly name: string,
    readonly source: string,
  ) {
    for (let i = 0; i < broker.partitionCount(source); i++) {
      this.shares.push({
        owner: null,
        since: 0,
        committed: 0,
        next: 0,
        sent: -1,
        attempts: new Map(),
        stalled: false,
      })
    }
  }

  join(id: string, subscription: Subscription): void {
    this.members.push({
      id,
      subscription,
      reachable: false,
      absences: 0,
      inGroup: false,
      buffers: new Map(),
      busy: new Map(),
    })
  }

  /** Sends what a partition's owner may have next. Its library fetches ahead; the handler takes one at a time. */
  dispatch(partition: number): void {
    const share = this.shares[partition]
    const member = this.members.find((other) => other.id === share?.owner)
    if (share === undefined || member === undefined || !member.reachable || !this.broker.up) return
    const end = this.broker.visible(this.source, partition)
    while (share.next < end && !share.stalled) this.deliver(share, member, partition, share.next++)
  }

  private deliver(share: Share, member: Member, partition: number, offset: number): void {
    const record = this.broker.record(this.source, partition, offset)
    if (record === undefined) return
    const attempt = (share.attempts.get(offset) ?? 0) + 1
    share.attempts.set(offset, attempt)
    const redelivered = offset <= share.sent
    share.sent = Math.max(share.sent, offset)
    const { type, id, key, data, headers } = record
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
        role: 'event',
        handler: -1,
        reply: -1,
        waiter: null,
        resumes: null,
        order: null,
      },
      true,
    )
  }

  /** A record has reached the consumer's library. */
  arrived(process: Process, message: Message): void {
    const member = this.member(process)
    const partition = message.delivery?.partition ?? 0
    if (this.shares[partition]?.owner !== process.id && !member.busy.has(partition)) {
      // It was handed out before the group changed; the library knows better than to pass it on.
      if (member.inGroup) return
    }
    if (member.busy.has(partition)) {
      const buffer = member.buffers.get(partition)
      if (buffer === undefined) member.buffers.set(partition, [message])
      else buffer.push(message)
      return
    }
    this.handle(process, member, message)
  }

  private handle(process: Process, member: Member, message: Message): void {
    const { partition, offset } = message.delivery ?? { partition: 0, offset: 0 }
    member.busy.set(partition, offset)
    if (member.subscription.ack === 'before')
      this.advance(member.id, partition, offset + 1, this.epoch)
    const limitMs = member.subscription.maxProcessingMs
    if (limitMs !== undefined)
      this.broker.scheduleLimit(this.name, member.id, offset, Math.round(limitMs * 1000))
    this.sim.handlers.receive(process, message.type, message, -1)
  }

  ended(process: Process, message: Message, failure: string | null): void {
    const member = this.member(process)
    const { partition, offset } = message.delivery ?? { partition: 0, offset: 0 }
    member.busy.delete(partition)
    if (failure !== null && member.subscription.ack !== 'before') {
      // A consumer that failed starts again from what is committed.
      member.buffers.delete(partition)
      this.fetchAgain(partition, fetchAgainUs)
      return
    }
    const buffer = member.buffers.get(partition)
    const next = buffer?.find(
      (waiting) =>
        (waiting.delivery?.offset ?? 0) !== offset || waiting.transmission !== message.transmission,
    )
    if (buffer === undefined || next === undefined) return
    buffer.splice(buffer.indexOf(next), 1)
    this.handle(process, member, next)
  }

  /** An ack has reached the broker. */
  commit(from: string, message: Message): void {
    const { partition, offset, epoch } = message.delivery ?? { partition: 0, offset: 0, epoch: 0 }
    this.advance(from, partition, offset + 1, epoch)
  }

  private advance(from: string, partition: number, position: number, epoch: number): void {
    const share = this.shares[partition]
    if (share === undefined) return
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

  private write(partition: number) {
    const share = this.shares[partition] as Share
    return this.broker.rows.put('positions', `${this.name}/${this.source}/${partition}`, {
      group: this.name,
      topic: this.source,
      partition,
      position: share.committed,
      member: share.owner ?? '',
    })
  }

  /** A record got lost on its way: the library notices the hole and asks again. */
  missed(message: Message): void {
    const partition = message.delivery?.partition ?? 0
    const share = this.shares[partition]
    if (share === undefined || share.stalled) return
    share.stalled = true
    share.next = Math.min(share.next, message.delivery?.offset ?? 0)
    this.sim.schedule(
      fetchAgainUs,
      task('fetch again', '', partition, this.epoch, { broker: this.broker.id, group: this.name }),
    )
  }

  private fetchAgain(partition: number, delayUs: number): void {
    const share = this.shares[partition]
    if (share === undefined) return
    share.stalled = true
    share.next = share.committed
    this.sim.schedule(
      delayUs,
      task('fetch again', '', partition, this.epoch, { broker: this.broker.id, group: this.name }),
    )
  }

  due(due: Task): void {
    const data = due.data as { readonly group: string; readonly member?: string }
    if (data.group !== this.name) return
    if (due.kind === 'fetch again') {
      const share = this.shares[due.ref]
      if (share === undefined || due.token !== this.epoch) return
      share.stalled = false
      this.dispatch(due.ref)
      return
    }
    const member = this.members.find((other) => other.id === data.member)
    if (member === undefined || !member.inGroup) return
    if (due.kind === 'session' && (member.reachable || member.absences !== due.token)) return
    if (due.kind === 'processing limit' && ![...member.busy.values()].includes(due.ref)) return
    member.inGroup = false
    this.rebalance(
      due.kind === 'session' ? `${member.id} was silent too long` : `${member.id} took too long`,
    )
  }

  absent(process: Process, how: Absence): void {
    const member = this.members.find((other) => other.id === process.id)
    if (member === undefined) return
    if (how === 'crashed') {
      member.buffers.clear()
      member.busy.clear()
    }
    if (!member.reachable) return
    member.reachable = false
    member.absences += 1
    if (member.inGroup) this.broker.scheduleSession(this.name, member.id, member.absences)
  }

  /** A member starts or comes back; the group goes on from the committed positions of what it owns. */
  present(process: Process, restarted: boolean): void {
    const member = this.members.find((other) => other.id === process.id)
    if (member === undefined) return
    member.reachable = true
    if (!member.inGroup) {
      member.inGroup = true
      if (!restarted) member.buffers.clear()
      this.rebalance(`${member.id} joined`)
    } else if (restarted) this.resumeFrom(member)
    else for (let i = 0; i < this.shares.length; i++) this.dispatch(i)
  }

  private resumeFrom(member: Member): void {
    this.shares.forEach((share, partition) => {
      if (share.owner !== member.id) return
      share.next = share.committed
      share.stalled = false
      this.dispatch(partition)
    })
  }

  /** Gives every partition an owner among the members; an owner that is still there keeps its own. */
  rebalance(reason: string): void {
    const present = this.members.filter((member) => member.inGroup)
    this.epoch += 1
    const moved: number[] = []
    this.shares.forEach((share, partition) => {
      const fair = present[partition % Math.max(present.length, 1)]?.id ?? null
      const stays = reason !== 'asked for' && present.some((member) => member.id === share.owner)
      const owner = stays
        ? share.owner
        : reason === 'asked for'
          ? this.other(present, share.owner)
          : fair
      if (owner === share.owner) return
      share.owner = owner
      share.since = this.epoch
      share.next = share.committed
      share.stalled = false
      moved.push(partition)
    })
    const assignment: Record<number, string> = {}
    this.shares.forEach((share, partition) => {
      if (share.owner !== null) assignment[partition] = share.owner
    })
    const changes = this.shares.map((_, partition) => this.write(partition))
    this.sim.emit({
      kind: 'rebalanced',
      service: this.broker.id,
      database: this.broker.id,
      source: this.source,
      group: this.name,
      epoch: this.epoch,
      assignment,
      reason,
      changes,
    })
    this.sim.changed(this.broker.id, changes)
    for (const partition of moved) this.dispatch(partition)
  }

  private other(present: readonly Member[], owner: string | null): string | null {
    const at = present.findIndex((member) => member.id === owner)
    return present[(at + 1) % Math.max(present.length, 1)]?.id ?? null
  }

  /** Sets the position back so that a message is handed out again. */
  rewind(message: Message): string | null {
    const { partition, offset } = message.delivery ?? { partition: 0, offset: 0 }
    const share = this.shares[partition]
    if (share === undefined || share.owner === null)
      return `nobody owns partition ${partition} of ${this.source}`
    share.next = Math.min(share.next, offset)
    this.dispatch(partition)
    return null
  }

  disconnect(): void {
    for (const share of this.shares) share.stalled = true
  }

  reconnect(): void {
    this.shares.forEach((share, partition) => {
      share.stalled = false
      share.next = Math.min(share.next, this.broker.visible(this.source, partition))
      this.dispatch(partition)
    })
  }

  /** A sentence about records that nobody will ever read, or null. */
  behind(): string | null {
    const idle = this.shares.findIndex(
      (share, partition) =>
        share.owner === null && share.committed < this.broker.visible(this.source, partition),
    )
    return idle < 0 ? null : `${this.source} has records that no consumer of ${this.name} reads`
  }

  private member(process: Process): Member {
    return this.members.find((other) => other.id === process.id) as Member
  }
}
