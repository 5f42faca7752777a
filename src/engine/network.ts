import { idleTask, task } from './clock'
import type { Answer, Message, MessageRole, PublishResult } from './effects'
import type { Verb } from './faults'
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

export interface Waiter {
  readonly handler: number
  readonly token: number
}

export type BrokerOrder =
  | {
      readonly kind: 'publish'
      readonly topic: string
      readonly confirm: boolean
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

/** State of one direction of a link. */
interface Way {
  readonly spec: Link | null
  cuts: number
  extraUs: Micros
  lossPerMille: number
  /** Transmission waiting for the next one to overtake it. */
  held: number
  /** Earliest arrival of the next message where order is kept (a connection to a log broker's consumer). */
  freeUs: Micros
}

/** How long a message held for reordering waits for another to overtake it. */
const heldAtMostUs = 1_000_000

/** Links: latency, loss, duplication, cuts, and the faults that name a message. */
export class Network {
  readonly flying = new Map<number, Transmission>()
  private readonly ways = new Map<string, Way>()
  private readonly named = new Map<string, Map<number, PlannedFault[]>>()
  private readonly counts = new Map<string, number>()
  private readonly seen = new Set<string>()
  private sent = 0

  constructor(
    private readonly sim: Simulation,
    private readonly specs: readonly Link[],
  ) {}

  plan(planned: PlannedFault): void {
    const at = planned.fault.at
    if (!('message' in at)) return
    const byNth = getOrMake(this.named, at.message, () => new Map<number, PlannedFault[]>())
    getOrMake(byNth, at.nth ?? 1, () => []).push(planned)
  }

  /** How often a message name has been sent. */
  count(name: string): number {
    return this.counts.get(name) ?? 0
  }

  /** Puts a message on its link. `ordered` keeps it behind the earlier ones of its connection; `lost` is decided already. */
  send(draft: Draft, ordered = false, lost = false): number {
    const { name, faults } = this.name(draft)
    const transmission = this.register(draft, name, -1)
    let extraUs = 0
    let copies = 0
    let dropped = lost
    let held = false
    for (const planned of faults) {
      const verb = planned.fault
      if (verb.do === 'drop') dropped = true
      else if (verb.do === 'delay') extraUs += Math.round(verb.byMs * 1000)
      else if (verb.do === 'duplicate') copies += verb.copies ?? 1
      else if (verb.do === 'reorder') held = true
      else if (!this.mark(transmission, verb)) {
        this.sim.faults.applyAt(planned, { service: draft.message.from, transmission })
        continue
      }
      this.sim.faults.applied(planned, draft.message.from)
    }
    const way = this.way(draft.message.from, draft.to)
    const luck = this.luck(way, draft, name)
    this.depart(transmission, way, {
      lost: dropped || luck.lost,
      extraUs: extraUs + luck.extraUs,
      ordered,
      held,
    })
    for (let i = 0; i < copies + luck.copies; i++) {
      const copy = this.register(draft, name, transmission.message.transmission)
      this.depart(copy, way, {
        lost: false,
        extraUs: extraUs + (i + 1) * 1000,
        ordered: false,
        held: false,
      })
    }
    return transmission.message.transmission
  }

  /** Faults that act later, when the message is answered or routed. */
  private mark(transmission: Transmission, verb: Verb): boolean {
    if (verb.do === 'drop-reply') transmission.dropReply = true
    else if (verb.do === 'unroutable') transmission.unroutable = true
    else return false
    return true
  }

  private name(draft: Draft): { readonly name: string; readonly faults: readonly PlannedFault[] } {
    const name = `${draft.message.type} ${draft.message.from}>${draft.to}`
    const nth = this.count(name) + 1
    this.counts.set(name, nth)
    return { name, faults: this.named.get(name)?.get(nth) ?? [] }
  }

  private register(draft: Draft, name: string, copyOf: number): Transmission {
    const number = this.sent++
    const { message, ...rest } = draft
    const transmission: Transmission = {
      ...rest,
      message: { ...message, transmission: number },
      dropReply: false,
      held: false,
      unroutable: false,
    }
    this.flying.set(number, transmission)
    const identity = `${name} ${message.id}`
    const again = this.seen.has(identity)
    this.seen.add(identity)
    this.sim.emit({
      kind: 'messageSent',
      service: message.from,
      handler: draft.handler,
      message: number,
      name,
      type: message.type,
      role: draft.role,
      from: message.from,
      to: draft.to,
      id: message.id,
      key: message.key,
      data: message.data,
      reply: draft.reply,
      copyOf,
      again,
    })
    return transmission
  }

  private depart(
    transmission: Transmission,
    way: Way,
    how: {
      readonly lost: boolean
      readonly extraUs: Micros
      readonly ordered: boolean
      readonly held: boolean
    },
  ): void {
    const number = transmission.message.transmission
    let flightUs =
      Math.round((way.spec?.latencyMs ?? this.sim.timing.hopMs) * 1000) + way.extraUs + how.extraUs
    if (how.lost || way.cuts > 0) {
      const reason: LostReason = how.lost ? 'dropped' : 'cut'
      this.sim.schedule(flightUs >> 1, task('lose', '', number, 0, reason))
      return
    }
    if (how.ordered) {
      flightUs = Math.max(flightUs, way.freeUs - this.sim.clock.nowUs)
      way.freeUs = this.sim.clock.nowUs + flightUs
    }
    if (how.held) {
      transmission.held = true
      way.held = number
      this.sim.schedule(heldAtMostUs, idleTask('release', '', number))
      this.sim.clock.keep()
      return
    }
    this.sim.schedule(flightUs, task('arrive', '', number))
    if (way.held >= 0) {
      this.release(way.held, flightUs + 1)
      way.held = -1
    }
  }

  /** Lets a held message go, `afterUs` from now. */
  release(number: number, afterUs: Micros): void {
    const transmission = this.flying.get(number)
    if (transmission === undefined || !transmission.held) return
    transmission.held = false
    this.sim.clock.release()
    this.sim.schedule(afterUs, task('arrive', '', number))
  }

  /** Chance: loss, a second copy, jitter. Purposes name the link, the message and its key, so other messages keep theirs. */
  private luck(
    way: Way,
    draft: Draft,
    name: string,
  ): { readonly lost: boolean; readonly extraUs: Micros; readonly copies: number } {
    const loss = (way.spec?.lossPerMille ?? 0) + way.lossPerMille
    const duplicate = way.spec?.duplicatePerMille ?? 0
    const jitter = way.spec?.jitter
    if (loss === 0 && duplicate === 0 && jitter === undefined) return calm
    const draws = this.sim.draws
    const purpose = `${name} ${draft.message.key}`
    const spreadUs = Math.round((jitter?.spreadMs ?? 0) * 1000)
    return {
      lost: loss > 0 && draws.below(`loss ${purpose}`, 1000) < loss,
      copies: duplicate > 0 && draws.below(`duplicate ${purpose}`, 1000) < duplicate ? 1 : 0,
      extraUs:
        spreadUs === 0
          ? 0
          : jitter?.shape === 'tail'
            ? draws.tail(`latency ${purpose}`, spreadUs)
            : Math.floor((draws.below(`latency ${purpose}`, 1001) * spreadUs) / 1000),
    }
  }

  /** A message comes to the end of its link: delivered, or lost because the link is cut by now. */
  arrive(number: number): void {
    const transmission = this.flying.get(number)
    if (transmission === undefined) return
    if (this.way(transmission.message.from, transmission.to).cuts > 0) {
      this.lose(number, 'cut')
      return
    }
    this.sim.deliver(transmission)
  }

  lose(number: number, reason: LostReason): void {
    const transmission = this.flying.get(number)
    if (transmission === undefined) return
    this.flying.delete(number)
    this.sim.emit({ kind: 'messageLost', service: transmission.to, message: number, reason })
    this.sim.afterLoss(transmission)
  }

  /** Takes an arrived message off the wire. */
  landed(number: number): void {
    this.flying.delete(number)
    this.sim.changes += 1
  }

  way(from: string, to: string): Way {
    return getOrMake(this.ways, `${from}>${to}`, () => ({
      spec: this.specs.find((link) => link.from === from && link.to === to) ?? null,
      cuts: 0,
      extraUs: 0,
      lossPerMille: 0,
      held: -1,
      freeUs: 0,
    }))
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

const calm = { lost: false, extraUs: 0, copies: 0 }
