import fc from 'fast-check'
import type { Fault, FaultVerb, Moment, Run, System } from '../engine'

/** Any faults at all on a system: every verb, at moments that a calm run has and at some that it has not. */
export function anyFaults(system: System, calm: Run): fc.Arbitrary<readonly Fault[]> {
  const services = system.services.map(({ id }) => id)
  const brokers = (system.brokers ?? []).map(({ id }) => id)
  const anyone = fc.constantFrom(...services, ...brokers)
  const service = fc.option(anyone, { nil: undefined })
  const ms = fc.integer({ min: 0, max: 300 })
  const maybeMs = fc.option(ms, { nil: undefined })
  const pair = { from: anyone, to: anyone }
  const verbs: Record<FaultVerb, Record<string, fc.Arbitrary<unknown>>> = {
    crash: { service, restartAfterMs: maybeMs },
    restart: { service },
    pause: { service, forMs: ms },
    slow: { service, factor: fc.integer({ min: 2, max: 20 }), forMs: maybeMs },
    drop: {},
    'drop-reply': {},
    delay: { byMs: ms },
    duplicate: { copies: fc.integer({ min: 1, max: 3 }) },
    reorder: {},
    partition: { a: fc.tuple(anyone), b: fc.tuple(anyone), forMs: maybeMs },
    oneway: { ...pair, forMs: maybeMs },
    'link-delay': { ...pair, byMs: ms, forMs: maybeMs },
    'link-loss': { ...pair, perMille: fc.integer({ min: 1, max: 1000 }), forMs: ms },
    'broker-crash': { restartAfterMs: maybeMs },
    redeliver: {},
    rebalance: { group: fc.constant('ship') },
    unroutable: {},
    'db-unavailable': { service, forMs: ms },
    'serialization-failure': {},
    'unique-violation': {},
    'lose-tail': { service, commits: fc.integer({ min: 1, max: 3 }) },
    'clock-skew': { service, byMs: fc.integer({ min: -300, max: 300 }) },
    'clock-jump': { service, byMs: fc.integer({ min: -300, max: 300 }) },
    'double-click': { times: fc.integer({ min: 2, max: 4 }), spacingMs: ms },
    'client-timeout': { service, ms: fc.integer({ min: 1, max: 100 }) },
    'client-retry': {
      service,
      attempts: fc.integer({ min: 1, max: 4 }),
      backoffMs: ms,
      newKeyPerAttempt: fc.boolean(),
    },
  }
  const at = momentOf(calm)
  const fault = fc.oneof(
    ...Object.entries(verbs).map(([verb, fields]) =>
      fc.record({ at, do: fc.constant(verb), ...fields }).map(withoutHoles),
    ),
  )
  return fc.array(fault, { maxLength: 5 })
}

function momentOf(calm: Run): fc.Arbitrary<Moment> {
  const names = calm.trace.events.flatMap((event) =>
    event.kind === 'messageSent' ? [event.name] : [],
  )
  const nth = fc.integer({ min: 1, max: 3 })
  return fc.oneof(
    fc.constantFrom(...calm.trace.points).map(({ point, nth: times }) => ({ point, nth: times })),
    ...(names.length === 0 ? [] : [fc.record({ message: fc.constantFrom(...names), nth })]),
    fc.record({ timeMs: fc.integer({ min: 0, max: 400 }) }),
  )
}

function withoutHoles(record: object): Fault {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined),
  ) as unknown as Fault
}
