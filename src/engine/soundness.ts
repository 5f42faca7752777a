import { EngineError } from './assert'
import type { Broker, QueueBroker, Subscription, System } from './system'

/** Throws when a system names something that it does not have, before a run would stumble over it. */
export function requireSound(system: System): void {
  const brokers = new Map((system.brokers ?? []).map((broker) => [broker.id, broker]))
  const seen = new Set(brokers.keys())
  for (const { id } of system.services) {
    if (seen.has(id)) throw new EngineError(`two parts of the system are called ${id}`)
    seen.add(id)
  }
  for (const { id, database, subscriptions } of system.services) {
    if (database !== undefined && 'of' in database) requireOwner(system, id, database.of)
    for (const subscription of subscriptions ?? []) requireSource(brokers, id, subscription)
  }
  for (const broker of brokers.values()) if (broker.kind === 'queue') requireQueues(broker)
  for (const { from, to } of system.links ?? []) {
    for (const end of [from, to])
      if (!seen.has(end)) throw new EngineError(`a link ends at ${end}, which does not exist`)
  }
}

function requireOwner(system: System, service: string, owner: string): void {
  const database = system.services.find(({ id }) => id === owner)?.database
  if (database === undefined || 'of' in database)
    throw new EngineError(`${service} works on the database of ${owner}, which has none`)
}

function requireSource(
  brokers: ReadonlyMap<string, Broker>,
  service: string,
  { broker, source }: Subscription,
): void {
  const found = brokers.get(broker)
  const sources = found === undefined ? {} : found.kind === 'log' ? found.topics : found.queues
  if (source in sources) return
  throw new EngineError(
    `${service} subscribes to ${source} of ${broker}, which does not exist`,
    `There is ${Object.keys(sources).join(', ') || 'nothing to subscribe to'}.`,
  )
}

function requireQueues({ id, queues, bindings }: QueueBroker): void {
  const named = [
    ...bindings.map((binding) => binding.queue),
    ...Object.values(queues).flatMap((queue) => queue.deadLetter ?? []),
  ]
  for (const [name, { deadLetter }] of Object.entries(queues))
    if (deadLetter === name) throw new EngineError(`${name} cannot take its own dead letters`)
  const missing = named.find((name) => !(name in queues))
  if (missing !== undefined) throw new EngineError(`${id} has no queue ${missing}`)
}
