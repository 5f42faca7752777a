import type { Message } from './effects'
import type { Key, Row } from './json'
import { compareKeys } from './json'
import type { Transmission } from './network'
import { getOrMake } from './points'
import type { Process } from './process'
import type { Task } from './queue'
import type { RowChange } from './trace'

/** How a consumer went out of a broker's sight. */
export type Absence = 'crashed' | 'silent'

/** What both kinds of broker can be told. */
export interface BrokerNode {
  readonly id: string
  readonly title: string
  readonly up: boolean
  readonly rows: BrokerRows
  /** A publish, an ack or a nack has arrived. */
  receive(transmission: Transmission): void
  /** Whether a consumer still takes a delivery that has come to it. */
  expects(process: Process, message: Message): boolean
  /** A consumer takes a delivery. */
  arrived(process: Process, message: Message): void
  /** A delivery was lost on its way. */
  missed(transmission: Transmission): void
  /** The ack or nack of a delivery was lost on its way. */
  unsettled(message: Message): void
  /** The handler of a delivery has ended. */
  ended(process: Process, message: Message, failure: string | null): void
  /** A consumer can no longer be reached, for now. */
  absent(process: Process, how: Absence): void
  /** A consumer can be reached. */
  present(process: Process): void
  /** Something the broker scheduled for itself is due. */
  due(task: Task): void
  crash(): void
  restart(): void
  /** Why a delivery that is just being sent cannot be handed out a second time, or null. */
  refusesToRedeliver(message: Message): string | null
  redeliver(message: Message): void
  /** Why a group's partitions cannot move, or null. */
  refusesToRebalance(group: string): string | null
  rebalance(group: string): void
  /** Whether a message published to a topic could find no queue. */
  readonly routes: boolean
  /** What still waits here, as a sentence, or null. */
  waiting(): string | null
}

/** What a broker keeps, as tables, so that a trace shows it the same way as a database. */
export class BrokerRows {
  private readonly tables = new Map<string, Map<Key, Row>>()

  put(table: string, key: Key, row: Row | undefined): RowChange {
    const rows = getOrMake(this.tables, table, () => new Map<Key, Row>())
    const before = rows.get(key)
    if (row === undefined) rows.delete(key)
    else rows.set(key, row)
    return { table, key, before, after: row }
  }

  get(table: string, key: Key): Row | undefined {
    return this.tables.get(table)?.get(key)
  }

  list(table: string): readonly Row[] {
    const rows = [...(this.tables.get(table) ?? [])]
    return rows.sort(([a], [b]) => compareKeys(a, b)).map(([, row]) => row)
  }
}
