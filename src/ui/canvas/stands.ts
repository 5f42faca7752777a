import type { Broker, Service, System } from '../../engine'
import type { Stage, StageTable } from '../../lessons/definition'
import type { StreamShape } from './streamLines'

/** A process as it stands on the canvas: a service or a broker. */
export interface Process {
  readonly id: string
  readonly title: string
  /** `client`: a person at a screen. */
  readonly kind: 'service' | 'broker' | 'client'
  /** A person, or a system of someone else. */
  readonly outside: boolean
}

/** One object of the picture: a drum with the processes that stand on it, or a process without a disk. */
export interface Stand {
  /** Owner of the database; the process itself when there is none. */
  readonly id: string
  readonly database: string | null
  readonly databaseTitle: string
  readonly processes: readonly Process[]
  readonly tables: readonly StageTable[]
  /** What kind of broker keeps it, if one does. */
  readonly brokerKind: Broker['kind'] | null
  /** Topic → number of partitions. */
  readonly partitions: Readonly<Record<string, number>>
  /** Groups that read from this broker, topic by topic, where it keeps their positions. */
  readonly readers: readonly TopicReader[]
  /** Queues that nobody consumes. */
  readonly parked: readonly string[]
  /** Table → its streams, where it is drawn as streams. */
  readonly streams: Readonly<Record<string, StreamShape>>
}

export interface TopicReader {
  readonly group: string
  /** Topic that it reads. */
  readonly source: string
}

/** What a run puts into tables, as far as their drawing needs to know before. */
export interface Written {
  /** Tables that the run writes, as `database/table`. */
  readonly tables: ReadonlySet<string>
  /** The same for tables that are drawn as streams. */
  readonly streams: ReadonlyMap<string, StreamShape>
}

export function standsOf(system: System, stage: Stage, written: Written): readonly Stand[] {
  const owned = system.services.filter((service) => !sharesDatabase(service))
  return [
    ...owned.map((owner) => serviceStand(owner, system, stage, written)),
    ...(system.brokers ?? []).map((broker) => brokerStand(broker, system, stage)),
  ]
}

function serviceStand(owner: Service, system: System, stage: Stage, written: Written): Stand {
  const guests = system.services.filter((service) => databaseOwner(service) === owner.id)
  const processes = [owner, ...guests].map(processOf)
  const database = owner.database && 'tables' in owner.database ? owner.database : null
  const shown = (stage.tables[owner.id] ?? []).flatMap((spec) =>
    drawnTable(
      spec,
      database?.tables[spec.table] !== undefined,
      written.tables.has(`${owner.id}/${spec.table}`),
    ),
  )
  // The disk of somebody else is his own affair, unless the lesson looks into it.
  const onDisk = database !== null && (shown.length > 0 || owner.outside !== true)
  return {
    id: owner.id,
    database: onDisk ? owner.id : null,
    databaseTitle: database?.title ?? '',
    processes,
    tables: shown,
    brokerKind: null,
    partitions: {},
    readers: [],
    parked: [],
    streams: streamsOf(owner.id, shown, written),
  }
}

function streamsOf(
  database: string,
  tables: readonly StageTable[],
  { streams }: Written,
): Readonly<Record<string, StreamShape>> {
  const shapes = tables.map(({ table }) => [table, streams.get(`${database}/${table}`)] as const)
  return Object.fromEntries(shapes.flatMap(([table, shape]) => (shape ? [[table, shape]] : [])))
}

function readersOf(readers: readonly TopicReader[]): readonly TopicReader[] {
  const name = ({ group, source }: TopicReader) => `${source}/${group}`
  return [...new Map(readers.map((reader) => [name(reader), reader])).values()]
}

/**
 * A table that this system does not have is not drawn, nor one that waits for a run that writes it; one
 * that is left out on purpose is, as a gap.
 */
function drawnTable(spec: StageTable, exists: boolean, written: boolean): readonly StageTable[] {
  if (spec.whenWritten && !written) return []
  if (spec.absent === undefined) return exists ? [spec] : []
  if (!written) return [spec]
  const { absent: _, ...present } = spec
  return [present]
}

function brokerStand(broker: Broker, system: System, stage: Stage): Stand {
  const readers = system.services.flatMap(({ id, subscriptions = [] }) =>
    subscriptions
      .filter((subscription) => subscription.broker === broker.id)
      .map(({ source, group = id }) => ({ source, group })),
  )
  const topics = broker.kind === 'log' ? broker.topics : {}
  const sources = Object.keys(broker.kind === 'log' ? topics : broker.queues)
  return {
    id: broker.id,
    database: broker.id,
    databaseTitle: sources.join(', '),
    processes: [{ id: broker.id, title: broker.title, kind: 'broker', outside: false }],
    tables:
      stage.tables[broker.id]?.filter(({ table }) => sources.includes(table)) ??
      sources.map(sourceTable),
    brokerKind: broker.kind,
    partitions: Object.fromEntries(
      Object.entries(topics).map(([topic, { partitions }]) => [topic, partitions]),
    ),
    readers: broker.kind === 'log' ? readersOf(readers) : [],
    parked:
      broker.kind === 'log'
        ? []
        : sources.filter((queue) => readers.every(({ source }) => source !== queue)),
    streams: {},
  }
}

function sourceTable(source: string): StageTable {
  return { table: source, columns: ['offset', 'id', 'key'], as: 'topic' }
}

function processOf(service: Service): Process {
  const { id, title, outside = false } = service
  return { id, title, kind: isClient(service) ? 'client' : 'service', outside }
}

/** Somebody outside who asks and is never asked. */
function isClient({ outside, handlers = {}, subscriptions = [] }: Service): boolean {
  return outside === true && Object.keys(handlers).length === 0 && subscriptions.length === 0
}

function databaseOwner(service: Service): string | null {
  return service.database && 'of' in service.database ? service.database.of : null
}

function sharesDatabase(service: Service): boolean {
  return databaseOwner(service) !== null
}
