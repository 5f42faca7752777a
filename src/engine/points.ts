import type { Effect, Message, PublishOptions } from './effects'
import type { Fault } from './faults'

/**
 * Failure points: the places between two atomic steps where a process can die (domain.md A0.2).
 * Written `service/phase(label)`; `nth` counts how often a run has passed one, from 1.
 *
 * | step | before | after |
 * |---|---|---|
 * | transaction, commit | `before_commit(label)` nothing of it is durable | `after_commit(label)` durable, nothing after it happened |
 * | begin, statement | `before_statement(label)` | `after_statement(label)` |
 * | read | `before_read(label)` | `after_read(label)` |
 * | send, publish, call | `before_send(type)` | `after_send(type)` on the wire, the sender remembers nothing |
 * | publish with confirm | | `after_confirm(type)` the broker confirmed, the sender did not record it |
 * | call | | `after_answer(type)` |
 * | reply | `before_reply(type of the request)` | `after_reply(type of the request)` |
 * | ack, nack | `before_ack(type)` | `after_ack(type)` |
 * | sleep, work | `before_sleep(label)` | `after_sleep(label)` |
 * | timer | `before_timer(label)` | `after_timer(label)` |
 *
 * A broker passes `after_enqueue_before_confirm(type)` and `before_fsync(type)`.
 */
export type Phase =
  | 'before_commit'
  | 'after_commit'
  | 'before_statement'
  | 'after_statement'
  | 'before_read'
  | 'after_read'
  | 'before_send'
  | 'after_send'
  | 'after_confirm'
  | 'after_answer'
  | 'before_reply'
  | 'after_reply'
  | 'before_ack'
  | 'after_ack'
  | 'before_sleep'
  | 'after_sleep'
  | 'before_timer'
  | 'after_timer'
  | 'after_enqueue_before_confirm'
  | 'before_fsync'

/** The point before an effect happens, or null where there is nothing to lose between the last step and this one. */
export function phaseBefore(effect: Effect): Phase | null {
  switch (effect.kind) {
    case 'read':
    case 'readLog':
      return 'before_read'
    case 'begin':
    case 'statement':
      return 'before_statement'
    case 'send':
    case 'publish':
    case 'call':
      return 'before_send'
    case 'reply':
      return 'before_reply'
    case 'ack':
    case 'nack':
      return 'before_ack'
    case 'sleep':
      return 'before_sleep'
    case 'setTimer':
    case 'cancelTimer':
      return 'before_timer'
    // Its point is just before the commit, when the statements have run.
    case 'transaction':
    case 'commit':
    case 'rollback':
    case 'clock':
    case 'draw':
    case 'newId':
    case 'note':
      return null
  }
}

/** The point after an effect is done and before the next step. */
export function phaseAfter(effect: Effect): Phase | null {
  switch (effect.kind) {
    case 'transaction':
    case 'commit':
      return 'after_commit'
    case 'read':
    case 'readLog':
      return 'after_read'
    case 'begin':
    case 'statement':
    case 'rollback':
      return 'after_statement'
    case 'send':
      return 'after_send'
    case 'publish':
      return waitsForConfirm(effect.options) ? 'after_confirm' : 'after_send'
    case 'call':
      return 'after_answer'
    case 'reply':
      return 'after_reply'
    case 'ack':
    case 'nack':
      return 'after_ack'
    case 'sleep':
      return 'after_sleep'
    case 'setTimer':
    case 'cancelTimer':
      return 'after_timer'
    case 'clock':
    case 'draw':
    case 'newId':
    case 'note':
      return null
  }
}

/** What stands in a point's brackets: the step's label, for a reply the request's type. */
export function pointLabel(effect: Effect, message: Message | null): string {
  return effect.kind === 'reply' ? (message?.type ?? effect.label) : effect.label
}

/** Nobody confirms what is published with `acks: 'none'`: it counts as sent as soon as it has left. */
export function waitsForConfirm({ confirm, acks }: PublishOptions): boolean {
  return confirm === true && acks !== 'none'
}

export interface PlannedFault {
  /** Place in the document's list. */
  readonly index: number
  readonly fault: Fault
}

interface PointCounter {
  readonly name: string
  count: number
  /** Planned faults by occurrence; null at the many points that have none. */
  readonly faults: ReadonlyMap<number, readonly PlannedFault[]> | null
}

/** Counts the failure points that a run passes and finds the faults planned there. */
export class Points {
  private readonly counters = new Map<string, Map<Phase, Map<string, PointCounter>>>()
  private readonly planned = new Map<string, Map<number, PlannedFault[]>>()

  plan(planned: PlannedFault): void {
    const at = planned.fault.at
    if (!('point' in at)) return
    const byNth = getOrMake(this.planned, at.point, () => new Map<number, PlannedFault[]>())
    getOrMake(byNth, at.nth ?? 1, () => []).push(planned)
  }

  pass(service: string, phase: Phase, label: string): PointCounter {
    const phases = getOrMake(
      this.counters,
      service,
      () => new Map<Phase, Map<string, PointCounter>>(),
    )
    const labels = getOrMake(phases, phase, () => new Map<string, PointCounter>())
    let counter = labels.get(label)
    if (counter === undefined) {
      const name = `${service}/${phase}(${label})`
      counter = { name, count: 0, faults: this.planned.get(name) ?? null }
      labels.set(label, counter)
    }
    counter.count += 1
    return counter
  }

  /** How often a point has been passed, by its full name. */
  passed(point: string): number {
    for (const phases of this.counters.values()) {
      for (const labels of phases.values()) {
        for (const counter of labels.values()) if (counter.name === point) return counter.count
      }
    }
    return 0
  }
}

/** The value of a key, made and kept when it is not there yet. */
export function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) {
    value = make()
    map.set(key, value)
  }
  return value
}
