import fc from 'fast-check'
import type { Fault, FaultVerb, Moment, Run, Service, System } from '../engine'

/**
 * Random faults that a correct variant claims to survive: finitely many, each healing by itself.
 * Their moments are taken from a run without faults, so that most of them happen.
 *
 * @param verbs only these, where a variant claims less than everything.
 */
export function survivableFaults(
  system: System,
  calm: Run,
  verbs?: readonly FaultVerb[],
): fc.Arbitrary<readonly Fault[]> {
  const any = fc.oneof(atPoint(system, calm), onMessage(calm), byTime(system, calm))
  const faults = fc.array(any, { maxLength: 4 })
  if (verbs === undefined) return faults
  return faults.map((all) => all.filter((fault) => verbs.includes(fault.do)))
}

function atPoint(system: System, calm: Run): fc.Arbitrary<Fault> {
  const ours = system.services.filter(isOurs)
  const point = fc
    .constantFrom(
      ...calm.trace.points.filter((passed) =>
        ours.some(({ id }) => passed.point.startsWith(`${id}/`)),
      ),
    )
    .map(({ point: name, nth }): Moment => ({ point: name, nth }))
  const verb = fc.oneof(
    {
      weight: 4,
      arbitrary: ms(300).map((restartAfterMs) => ({ do: 'crash' as const, restartAfterMs })),
    },
    { weight: 1, arbitrary: ms(400).map((forMs) => ({ do: 'pause' as const, forMs })) },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 2, max: 20 }).map((factor) => ({ do: 'slow' as const, factor })),
    },
    { weight: 1, arbitrary: fc.constant({ do: 'serialization-failure' as const }) },
  )
  return fc.tuple(point, verb).map(([at, what]) => ({ at, ...what }))
}

function onMessage(calm: Run): fc.Arbitrary<Fault> {
  const sent = calm.trace.events.flatMap((event) =>
    event.kind === 'messageSent' ? [event.name] : [],
  )
  const message = fc
    .tuple(fc.constantFrom(...sent), fc.integer({ min: 1, max: 3 }))
    .map(([name, nth]): Moment => ({ message: name, nth }))
  const verb = fc.oneof(
    fc.constant({ do: 'drop' as const }),
    fc.constant({ do: 'drop-reply' as const }),
    fc.constant({ do: 'reorder' as const }),
    fc.constant({ do: 'duplicate' as const, copies: 1 }),
    ms(300).map((byMs) => ({ do: 'delay' as const, byMs })),
  )
  return fc.tuple(message, verb).map(([at, what]) => ({ at, ...what }))
}

function byTime(system: System, calm: Run): fc.Arbitrary<Fault> {
  const at = fc
    .integer({ min: 0, max: Math.max(1, Math.ceil(calm.endUs / 1000)) })
    .map((timeMs): Moment => ({ timeMs }))
  const services = system.services.filter(isOurs)
  const service = fc.constantFrom(...services).map(({ id }: Service) => id)
  const node = fc.constantFrom(
    ...services.map(({ id }) => id),
    ...(system.brokers ?? []).map(({ id }) => id),
  )
  const forMs = ms(300)
  const verb = fc.oneof(
    fc.record({ do: fc.constant('crash' as const), service: node, restartAfterMs: ms(300) }),
    fc.record({ do: fc.constant('pause' as const), service, forMs }),
    fc.record({ do: fc.constant('db-unavailable' as const), service, forMs }),
    fc.record({
      do: fc.constant('partition' as const),
      a: fc.tuple(node),
      b: fc.tuple(node),
      forMs,
    }),
    fc.record({
      do: fc.constant('link-delay' as const),
      from: node,
      to: node,
      byMs: ms(50),
      forMs,
    }),
  )
  return fc.tuple(at, verb).map(([moment, what]) => ({ at: moment, ...what }))
}

/** Nobody claims to survive the failure of a customer or of a foreign system. */
function isOurs({ outside }: Service): boolean {
  return outside !== true
}

function ms(max: number): fc.Arbitrary<number> {
  return fc.integer({ min: 1, max })
}
