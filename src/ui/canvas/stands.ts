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

export function standsOf(system: System, stage: Stage): readonly Stand[] {
  const owned = system.services.filter((service) => !sharesDatabase(service))
  return [
    ...owned.map((owner) => serviceStand(owner, system, stage)),
    ...(system.brokers ?? []).map((broker) => brokerStand(broker, stage)),
  ]
}

function serviceStand(owner: Service, system: System, stage: Stage): Stand {
  const guests = system.services.filter((service) => databaseOwner(service) === owner.id)
  const database = owner.database && !sharesDatabase(owner) ? owner.database : null
  return {
    id: owner.id,
    database: database ? owner.id : null,
    databaseTitle: database && 'title' in database ? database.title : '',
    processes: [owner, ...guests].map(processOf),
    tables: database ? (stage.tables[owner.id] ?? []) : [],
    brokerKind: null,
    partitions: {},
  }
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
  const client = !service.database && Object.keys(service.handlers ?? {}).length === 0
  return { id: service.id, title: service.title, kind: client ? 'client' : 'service' }
}

function databaseOwner(service: Service): string | null {
  return service.database && 'of' in service.database ? service.database.of : null
}

function sharesDatabase(service: Service): boolean {
  return databaseOwner(service) !== null
}
