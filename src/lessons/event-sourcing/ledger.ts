import type { Json, Message, Row } from '../../engine'

/** A row of the event table. */
export interface StoredEvent {
  readonly stream_id: string
  /** Version of the stream after this event: 1, 2, 3 … without a gap. */
  readonly stream_position: number
  /** Place in the whole table, over all streams. */
  readonly global_position: number
  /** Transaction that wrote it. */
  readonly tx_id: number
  readonly event_id: string
  readonly type: string
  /** Which form `data` has. */
  readonly schema_version: number
  readonly data: Readonly<Record<string, Json>>
  /** `causationId`: the command that led to it; `by`: who sent that. */
  readonly metadata: { readonly causationId: string; readonly by: string }
  /** Wall clock of the store, in ms. */
  readonly created: number
  readonly [column: string]: Json
}

/** An event that is not stored yet. */
export interface NewEvent {
  readonly type: string
  readonly schema_version: number
  readonly data: Readonly<Record<string, Json>>
}

/** What the events of one stream add up to. */
export interface Account {
  readonly stream_id: string
  /** Number of events it is made of. */
  readonly version: number
  readonly balance: number
  /** Commands whose events are in it, so that one that comes twice is known. */
  readonly commands: readonly string[]
  readonly [column: string]: Json
}

/** Grows with every change of {@link evolve}: what an older fold has worked out is then worth nothing. */
export const foldVersion = 2

export function emptyAccount(stream: string): Account {
  return { stream_id: stream, version: 0, balance: 0, commands: [] }
}

/** The fold: the state after one more event. Pure, so the same events always give the same state. */
export function evolve(account: Account, event: StoredEvent): Account {
  return {
    ...account,
    version: event.stream_position,
    balance: account.balance + change(event),
    commands: [...account.commands, event.metadata.causationId],
  }
}

/** What an event does to the balance. */
export function change({ type, data }: StoredEvent): number {
  const amount = Number(data['amount'] ?? 0)
  if (type === 'Withdrawn') return -amount
  // Since fold version 2, counting coins costs 1.
  if (type === 'CoinsDeposited') return amount - 1
  return amount
}

/** The decision: a command and the state it meets give an event, or null where the rules say no. */
export function decide(account: Account, { type, data }: Message): NewEvent | null {
  const asked = data as Readonly<Record<string, Json>>
  switch (type) {
    case 'OpenAccount':
      return account.version > 0 ? null : event('AccountOpened', asked)
    case 'Withdraw':
      return account.balance < Number(asked['amount']) ? null : event('Withdrawn', asked)
    case 'Buy':
      return event('Purchased', asked, 3)
    case 'Correct':
      return account.balance < -Number(asked['amount']) ? null : event('Corrected', asked)
    default:
      return event('Deposited', asked)
  }
}

function event(type: string, data: NewEvent['data'], schema_version = 1): NewEvent {
  return { type, schema_version, data }
}

/** The withdrawal that a customer asks about, as a sentence. */
export function explanation(events: readonly StoredEvent[], amount: number): string {
  const found = events.find(({ type, data }) => type === 'Withdrawn' && data['amount'] === amount)
  if (found === undefined) return `nobody took ${amount}`
  return `${found.metadata.by}, at ${found.created} ms`
}

/** Rows of the event table as what they are. */
export function stored(rows: readonly Row[]): readonly StoredEvent[] {
  return rows as readonly StoredEvent[]
}
