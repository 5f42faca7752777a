import { idleTask, task } from './clock'
import type { Answer, Message, MessageRole, PublishResult } from './effects'
import type { Chances } from './luck'
import { chancesOf, luckOf } from './luck'
import type { PlannedFault } from './points'
import { getOrMake } from './points'
import type { Simulation } from './simulation'
import type { Link } from './system'
import type { Micros } from './time'
import type { LostReason } from './trace'

/** One message on its way over one link. */
export interface Transmission {
  readonly message: Message
  readonly to: string
  readonly role: MessageRole
  readonly handler: number
  /** Transmission this one answers, or −1. */
  readonly reply: number
  /** Who waits at the sender for an answer to it, if anybody. */
  readonly waiter: Waiter | null
  /** Whom it wakes at the receiver, and with what, when it is an answer. */
  readonly resumes: (Waiter & { readonly value: Answer | PublishResult }) | null
  /** What a broker needs to know about a publish, an ack or a nack. */
  readonly order: BrokerOrder | null
  /** Its answer will be lost on the way back. */
  dropReply: boolean
  /** A `reorder` fault holds it until the next message of its link has arrived. */
  held: boolean
  unroutable: boolean
}

interface Waiter {
  readonly handler: number
  readonly token: number
}

export type BrokerOrder =
  | {
      readonly kind: 'publish'
      readonly topic: string
      readonly mandatory: boolean
      readonly acks: 'none' | 'leader' | 'all'
      readonly producer: string
      readonly sequence: number
    }
  | { readonly kind: 'ack'; readonly message: Message }
  | { readonly kind: 'nack'; readonly message: Message; readonly requeue: boolean }

export type Draft = Omit<Transmission, 'message' | 'dropReply' | 'held' | 'unroutable'> & {
  readonly message: Omit<Message, 'transmission'>
}

/** What is decided about a message before its link has a say. */
interface Fate {
  /** Stays behind the earlier messages of its connection. */
  readonly ordered?: boolean
  lost?: boolean
  held?: boolean
  extraUs?: Micros
  copies?: number
}

/** What goes one way under one name. */
interface MessageKind {
  readonly name: string
  readonly chances: Chances
  count: number
  readonly faults: ReadonlyMap<number, readonly PlannedFault[]> | undefined
  /** Ids sent so far, to tell what is sent again. */
  readonly ids: Set<string>
}

/** State of one direction of a link. */
interface Way {
  readonly spec: Link | null
  readonly latencyUs: Micros
  /** By message type. */
  readonly kinds: Map<string, MessageKind>
  cuts: number
  extraUs: Micros
  lossPerMille: number
  /** Transmissions that wait for another one to overtake them. */
  held: number[]
  /** Earliest arrival of the next message where order is kept (a connection to a log broker's consumer). */
  freeUs: Micros
}

/** How long a message held for reordering waits for another to overtake it. */
const heldAtMostUs = 1_000_000

/** Links: latency, loss, duplication, cuts, and the faults that name a message. */
export class Network {
  private readonly flying = new Map<number, Transmission>()
  private readonly ways = new Map<string, Map<string, Way>>()
  private readonly planned = new Map<string, Map<number, PlannedFault[]>>()
  private sent = 0

  constructor(
    private readonly sim: Simulation,
    private readonly specs: readonly Link[],
  ) {}

  plan(planned: PlannedFault): void {
    const at = planned.fault.at
    if (!('message' in at)) return
    const byNth = getOrMake(this.planned, at.message, () => new Map<number, PlannedFault[]>())
    getOrMake(byNth, at.nth ?? 1, () => []).push(planned)
  }

  /** How often a message name has been sent. */
  count(name: string): number {
    for (const ways of this.ways.values())
      for (const { kinds } of ways.values())
        for (const kind of kinds.values()) if (kind.name === name) return kind.count
    return 0
  }

  /** Puts a message on its link. */
  send(draft: Draft, fate: Fate = {}): void {
    const { message } = draft
    const way = this.way(message.from, draft.to)
    const kind = this.kindOf(way, draft)
    kind.count += 1
    const transmission = this.register(draft, kind, -1)
    const faults = kind.faults?.get(kind.count)
    const decided = faults === undefined ? fate : this.meet(faults, transmission, fate)
    const { lost, extraUs, copies } = luckOf(
      this.sim.draws,
      way.spec,
      way.lossPerMille,
      kind.chances,
      message.key,
    )
    const delayUs = extraUs + (decided.extraUs ?? 0)
    this.depart(transmission, way, delayUs, lost ? { ...decided, lost } : decided)
    for (let i = 1; i <= copies + (decided.copies ?? 0); i++) {
      const copy = this.register(draft, kind, transmission.message.transmission)
      this.depart(copy, way, delayUs + i * 1000, {})
    }
  }

  /** The faults planned for a message happen to it. */
  private meet(faults: readonly PlannedFault[], transmission: Transmission, fate: Fate): Fate {
    const decided = { ...fate }
    const service = transmission.message.from
    for (const planned of faults) {
      if (!this.sim.faults.applyAt(planned, { service, transmission })) continue
      const verb = planned.fault
      if (verb.do === 'drop') decided.lost = true
      else if (verb.do === 'reorder') decided.held = true
      else if (verb.do === 'delay')
        decided.extraUs = (decided.extraUs ?? 0) + Math.round(verb.byMs * 1000)
      else if (verb.do === 'duplicate') decided.copies = (decided.copies ?? 0) + (verb.copies ?? 1)
    }
    return decided
  }

  private kindOf(way: Way, { message: { type, from }, to }: Draft): MessageKind {
    const known = way.kinds.get(type)
    if (known !== undefined) return known
    const name = `${type} ${from}>${to}`
    const kind = {
      name,
      chances: chancesOf(this.sim.draws, name),
      count: 0,
      faults: this.planned.get(name),
      ids: new Set<string>(),
    }
    way.kinds.set(type, kind)
    return kind
  }

  private register(draft: Draft, kind: MessageKind, copyOf: number): Transmission {
    const number = this.sent++
    const transmission: Transmission = {
      message: numbered(draft.message, number),
      to: draft.to,
      role: draft.role,
      handler: draft.handler,
      reply: draft.reply,
      waiter: draft.waiter,
      resumes: draft.resumes,
      order: draft.order,
      dropReply: false,
      held: false,
      unroutable: false,
    }
    this.flying.set(number, transmission)
    if (this.sim.recorder.on) this.record(transmission, kind, copyOf)
    return transmission
  }

  private record(
    { message, to, role, handler, reply }: Transmission,
    { name, ids }: MessageKind,
    copyOf: number,
  ): void {
    const again = ids.has(message.id)
    ids.add(message.id)
    this.sim.emit({
      kind: 'messageSent',
      service: message.from,
      handler,
      message: message.transmission,
      name,
      type: message.type,
      role,
      from: message.from,
      to,
      id: message.id,
      key: message.key,
      data: message.data,
      reply,
      copyOf,
      again,
    })
  }

  private depart(transmission: Transmission, way: Way, delayUs: Micros, fate: Fate): void {
    const number = transmission.message.transmission
    let flightUs = way.latencyUs + way.extraUs + delayUs
    if (fate.lost === true || way.cuts > 0) {
      const reason: LostReason = fate.lost === true ? 'dropped' : 'cut'
      this.sim.schedule(Math.floor(flightUs / 2), task('lose', '', number, 0, reason))
      return
    }
    if (fate.ordered === true) {
      flightUs = Math.max(flightUs, way.freeUs - this.sim.clock.nowUs)
      way.freeUs = this.sim.clock.nowUs + flightUs
    }
    if (fate.held === true) {
      this.hold(transmission, way)
      return
    }
    this.sim.schedule(flightUs, task('arrive', '', number))
    if (way.held.length === 0) return
    for (const held of way.held) this.release(held, flightUs + 1)
    way.held = []
  }

  private hold(transmission: Transmission, way: Way): void {
    const number = transmission.message.transmission
    transmission.held = true
    way.held.push(number)
    this.sim.schedule(heldAtMostUs, idleTask('release', '', number))
    this.sim.clock.keep()
  }

  /** Lets a held message go, `afterUs` from now. */
  release(number: number, afterUs: Micros): void {
    const transmission = this.flying.get(number)
    if (transmission === undefined || !transmission.held) return
    transmission.held = false
    this.sim.clock.release()
    this.sim.schedule(afterUs, task('arrive', '', number))
  }

  /** A message comes to the end of its link: delivered, or lost because the link is cut by now. */
  arrive(number: number): void {
    const transmission = this.flying.get(number)
    if (transmission === undefined) return
    if (this.isCut(transmission.message.from, transmission.to)) this.lose(number, 'cut')
    else this.sim.post.deliver(transmission)
  }

  lose(number: number, reason: LostReason): void {
    const transmission = this.flying.get(number)
    if (transmission === undefined) return
    this.flying.delete(number)
    // Chance may be kinder to the next attempt; a cut or a dead receiver will not be until something changes.
    if (reason === 'dropped') this.sim.changes += 1
    this.sim.emit({ kind: 'messageLost', service: transmission.to, message: number, reason })
    this.sim.post.afterLoss(transmission)
  }

  /** Takes an arrived message off the wire. */
  landed(number: number): void {
    this.flying.delete(number)
  }

  private way(from: string, to: string): Way {
    const ways = getOrMake(this.ways, from, () => new Map<string, Way>())
    return getOrMake(ways, to, () => {
      const spec = this.specs.find((link) => link.from === from && link.to === to) ?? null
      const latencyUs = Math.round((spec?.latencyMs ?? this.sim.timing.hopMs) * 1000)
      return {
        spec,
        latencyUs,
        kinds: new Map(),
        cuts: 0,
        extraUs: 0,
        lossPerMille: 0,
        held: [],
        freeUs: 0,
      }
    })
  }

  isCut(from: string, to: string): boolean {
    return this.way(from, to).cuts > 0
  }

  /** Changes one direction of a link by the given amounts; the opposite amounts take it back. */
  change(
    from: string,
    to: string,
    by: { readonly cuts?: number; readonly extraUs?: Micros; readonly lossPerMille?: number },
  ): void {
    const way = this.way(from, to)
    way.cuts += by.cuts ?? 0
    way.extraUs += by.extraUs ?? 0
    way.lossPerMille += by.lossPerMille ?? 0
    this.sim.emit({
      kind: 'linkChanged',
      from,
      to,
      cut: way.cuts > 0,
      extraUs: way.extraUs,
      lossPerMille: way.lossPerMille,
    })
  }
}

/** A message with the number of its transmission; written out, because a spread costs twice as much. */
function numbered(draft: Draft['message'], transmission: number): Message {
  const { type, id, key, from, data, headers, delivery } = draft
  return delivery === undefined
    ? { transmission, type, id, key, from, data, headers }
    : { transmission, type, id, key, from, data, headers, delivery }
}
