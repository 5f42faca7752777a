import type { Broker, Service, System } from '../../engine'
import type { Stage, StageTable } from '../../lessons/definition'

/** A process as it stands on the canvas: a service or a broker. */
export interface Process {
  readonly id: string
  readonly title: string
  readonly kind: 'service' | 'broker' | 'client'
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
}

/** @param written tables that the run writes, as `database/table`. */
export function standsOf(
  system: System,
  stage: Stage,
  written: ReadonlySet<string>,
): readonly Stand[] {
  const owned = system.services.filter((service) => !sharesDatabase(service))
  return [
    ...owned.map((owner) => serviceStand(owner, system, stage, written)),
    ...(system.brokers ?? []).map((broker) => brokerStand(broker, stage)),
  ]
}

function serviceStand(
  owner: Service,
  system: System,
  stage: Stage,
  written: ReadonlySet<string>,
): Stand {
  const guests = system.services.filter((service) => databaseOwner(service) === owner.id)
  const processes = [owner, ...guests].map(processOf)
  const database = owner.database && 'tables' in owner.database ? owner.database : null
  const shown = (stage.tables[owner.id] ?? []).flatMap((spec) =>
    drawnTable(
      spec,
      database?.tables[spec.table] !== undefined,
      written.has(`${owner.id}/${spec.table}`),
    ),
  )
  const onDisk = database !== null && (shown.length > 0 || processes[0]?.kind !== 'client')
  return {
    id: owner.id,
    database: onDisk ? owner.id : null,
    databaseTitle: database?.title ?? '',
    processes,
    tables: shown,
    brokerKind: null,
    partitions: {},
  }
}

/** A table that this system does not have is not drawn; one that is left out on purpose is, as a gap. */
function drawnTable(spec: StageTable, exists: boolean, written: boolean): readonly StageTable[] {
  if (spec.absent === undefined) return exists ? [spec] : []
  if (!written) return [spec]
  const { absent: _, ...present } = spec
  return [present]
}

function brokerStand(broker: Broker, stage: Stage): Stand {
  const topics = broker.kind === 'log' ? broker.topics : {}
  const sources = Object.keys(broker.kind === 'log' ? topics : broker.queues)
  return {
    id: broker.id,
    database: broker.id,
    databaseTitle: sources.join(', '),
    processes: [{ id: broker.id, title: broker.title, kind: 'broker' }],
    tables: stage.tables[broker.id] ?? sources.map(sourceTable),
    brokerKind: broker.kind,
    partitions: Object.fromEntries(
      Object.entries(topics).map(([topic, { partitions }]) => [topic, partitions]),
    ),
  }
}

function sourceTable(source: string): StageTable {
  return { table: source, columns: ['offset', 'id', 'key'], as: 'topic' }
}

function processOf(service: Service): Process {
  return { id: service.id, title: service.title, kind: isClient(service) ? 'client' : 'service' }
}

/** Somebody who asks and is never asked. */
function isClient(service: Service): boolean {
  const { handlers = {}, subscriptions = [], every = [] } = service
  const asked = Object.keys(handlers).length > 0 || subscriptions.length > 0 || every.length > 0
  return !asked && !sharesDatabase(service)
}

function databaseOwner(service: Service): string | null {
  return service.database && 'of' in service.database ? service.database.of : null
}

function sharesDatabase(service: Service): boolean {
  return databaseOwner(service) !== null
}
