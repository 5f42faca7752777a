import type { BrokerMove, TraceEvent } from '../engine'
import type { Names } from './names'

type BrokerChanged = Extract<TraceEvent, { readonly kind: 'brokerChanged' }>

const moves: Readonly<Record<BrokerMove, (event: BrokerChanged, names: Names) => string>> = {
  appended: (event) => `appends ${event.id} to ${event.source} at offset ${event.offset}`,
  deduplicated: (event) => `has seen ${event.id} in this session and drops the repeat`,
  confirmed: (event) => `has ${event.id} safe and confirms it`,
  'records lost': (event) => `loses the records of ${event.source} that were not safe yet`,
  'position committed': (event, names) =>
    `notes that ${names.title(event.id)} is done with ${event.source} up to offset ${event.offset - 1}`,
  'commit refused': (event, names) =>
    `refuses the ack of ${names.title(event.id)}: the partition is no longer its own`,
  enqueued: (event) => `puts ${event.id} into the queue ${event.source}`,
  delivered: (event, names) =>
    `hands ${event.id} to ${names.title(event.group)} and keeps it as unacked`,
  acked: (event) => `removes ${event.id} from the queue ${event.source}: it is done`,
  requeued: (event) => `puts ${event.id} back into the queue ${event.source}`,
  'dead-lettered': (event) => `moves ${event.id} to the dead-letter queue of ${event.source}`,
  expired: (event) => `lets ${event.id} expire in the queue ${event.source}`,
  unroutable: (event) => `has no queue for ${event.id} and drops it`,
  returned: (event) => `has no queue for ${event.id} and returns it`,
}

export function brokerText(event: BrokerChanged, names: Names): string {
  return `${names.title(event.database)} ${moves[event.what](event, names)}.`
}
