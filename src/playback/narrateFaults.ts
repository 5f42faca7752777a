import type { FaultVerb } from '../engine'

type Told = (what: string, where: string) => string

/** What a fault does, told where no event of its own does. `what` is the message at hand, `where` the service. */
const verbs: Readonly<Record<FaultVerb, Told>> = {
  crash: (_, where) => `${where} is made to crash`,
  restart: (_, where) => `${where} is made to restart`,
  pause: (_, where) => `${where} is made to stand still`,
  slow: (_, where) => `${where} is slowed down`,
  drop: (what) => `${what} will be lost on its way`,
  'drop-reply': (what) => `the answer to ${what} will be lost, although the work is done`,
  delay: (what) => `${what} is held up on its way`,
  duplicate: (what) => `${what} is delivered more than once`,
  reorder: (what) => `${what} is held until the next one has overtaken it`,
  partition: () => 'the network is cut in two',
  oneway: () => 'one direction of a link is cut',
  'link-delay': () => 'a link becomes slower',
  'link-loss': () => 'a link begins to lose messages',
  'broker-crash': (_, where) => `${where} is made to crash`,
  redeliver: (_, where) => `${where} delivers a message once more`,
  rebalance: () => 'a group has to share out its partitions anew',
  unroutable: (what) => `${what} will find no queue`,
  'db-unavailable': (_, where) => `the database of ${where} cannot be reached`,
  'serialization-failure': (_, where) => `the transaction of ${where} will fail to serialize`,
  'unique-violation': (_, where) => `the transaction of ${where} will find its key taken`,
  'lose-tail': (_, where) => `the database of ${where} loses its last commits`,
  'clock-skew': (_, where) => `the clock of ${where} is set wrong`,
  'clock-jump': (_, where) => `the clock of ${where} jumps`,
  'double-click': (_, where) => `${where} clicks again`,
  'client-timeout': (_, where) => `${where} becomes impatient`,
  'client-retry': (_, where) => `${where} begins to repeat its calls`,
}

/** @param verb as the trace has it. */
export function faultText(verb: string, what: string, where: string): string {
  return isVerb(verb) ? verbs[verb](what, where) : verb
}

function isVerb(verb: string): verb is FaultVerb {
  return Object.hasOwn(verbs, verb)
}
