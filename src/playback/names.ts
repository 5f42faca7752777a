import type { Json, Key, Row, RowChange, System } from '../engine'
import { formatMs } from '../engine'
import type { Flight } from './frame'

interface PlacedTable {
  /** Service that owns it, or broker. */
  readonly place: string
  readonly table: string
}

/** How the engine types what answers a message, and what a reader calls it. */
const replies: Readonly<Record<string, string>> = {
  reply: 'the answer to',
  confirm: 'the confirm of',
  return: 'the return of',
  ack: 'the ack of',
  nack: 'the refusal of',
}

/** What things are called in sentences. */
export class Names {
  private readonly titles = new Map<string, string>()
  private readonly databases = new Map<string, string>()
  private readonly owners = new Map<string, string>()
  private readonly tableList: PlacedTable[] = []
  private readonly brokers = new Set<string>()
  private readonly claims: ReadonlyMap<string, string>

  constructor(
    system: System,
    private readonly flightOf: (message: number) => Flight | undefined,
  ) {
    for (const { id, title, database } of system.services) {
      this.titles.set(id, title)
      if (database === undefined) continue
      this.owners.set(id, 'of' in database ? database.of : id)
      if ('tables' in database) this.addTables(id, database.title, Object.keys(database.tables))
    }
    for (const broker of system.brokers ?? []) {
      this.titles.set(broker.id, broker.title)
      this.brokers.add(broker.id)
      const sources = broker.kind === 'log' ? broker.topics : broker.queues
      this.addTables(broker.id, broker.title, Object.keys(sources))
    }
    this.claims = new Map((system.checks ?? []).map(({ id, text }) => [id, text]))
  }

  title(service: string): string {
    return this.titles.get(service) ?? service
  }

  isBroker(id: string): boolean {
    return this.brokers.has(id)
  }

  /** Id of the service whose database this service works on. */
  ownerOf(service: string): string | undefined {
    return this.owners.get(service)
  }

  /** Every table, topic and queue. */
  tables(): readonly PlacedTable[] {
    return this.tableList
  }

  database(id: string): string {
    return this.databases.get(id) ?? this.title(id)
  }

  claim(check: string): string {
    return this.claims.get(check)?.replace(/\.$/, '') ?? check
  }

  /** `OrderPlaced 2`, `the confirm of OrderPlaced 2`, `the answer 201 to PlaceOrder 2`. */
  message(flight: Flight): string {
    const about = this.flightOf(flight.reply)
    if (about !== undefined && flight.role === 'reply') {
      if (flight.status !== null) return `the answer ${flight.status} to ${this.message(about)}`
      const word = replies[flight.type.slice(about.type.length + 1)] ?? 'the answer to'
      return `${word} ${this.message(about)}`
    }
    return flight.key === '' ? flight.type : `${flight.type} ${flight.key}`
  }

  transmission(message: number): string {
    const flight = this.flightOf(message)
    return flight === undefined ? 'a message' : this.message(flight)
  }

  private addTables(place: string, title: string, tables: readonly string[]): void {
    this.databases.set(place, title)
    this.tableList.push(...tables.map((table) => ({ place, table })))
  }
}

/** A sentence names so many rows; the rows panel shows them all. */
const namedRows = 4

/** `orders 2 inserted, outbox e2 inserted`. */
export function rowsText(changes: readonly RowChange[]): string {
  if (changes.length === 0) return 'no row changed'
  const named = changes.length > namedRows ? changes.slice(0, namedRows - 1) : changes
  const rest = changes.length - named.length
  const texts = named.map((change) => `${rowText(change)} ${whatHappened(change)}`)
  return [...texts, ...(rest === 0 ? [] : [`and ${rest} rows more`])].join(', ')
}

/** `outbox e2`: the table and what a reader calls the row. */
function rowText(change: RowChange): string {
  return `${change.table} ${rowLabel(change.key, change.after ?? change.before)}`
}

/** What a reader calls a row: its id where it has one, else its key. */
export function rowLabel(key: Key, row: Row | undefined): string {
  const id = row?.['id']
  return typeof id === 'string' || typeof id === 'number' ? String(id) : String(key)
}

function whatHappened({ before, after }: RowChange): string {
  if (before === undefined) return 'inserted'
  if (after === undefined) return 'deleted'
  const columns = Object.entries(after)
    .filter(([name, value]) => isPlain(value) && value !== before[name])
    .map(([name, value]) => `${name} ${String(value)}`)
  return columns.length === 0 ? 'updated' : `updated (${columns.join(', ')})`
}

function isPlain(value: Json): boolean {
  return value !== null && typeof value !== 'object'
}

/** `74.0 ms`. */
export function timeText(timeUs: number): string {
  return `${formatMs(timeUs)} ms`
}

export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
