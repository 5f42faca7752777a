import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyFaults } from '../testing/anyFaults'
import { sampleSystems } from '../testing/sampleSystems'
import type { Fault, Run, System } from './index'
import { canonicalJson, compareKeys, simulate } from './index'
import { Simulation } from './simulation'

const limits = { steps: 3000, timeMs: 5000 }
const runsEach = 700

describe.each(sampleSystems)('$name under any faults', ({ system }) => {
  const calm = simulate(system, { seed: 1 })
  const documents = fc.tuple(fc.integer({ min: 0, max: 9 }), anyFaults(system, calm))

  it('becomes quiet when nothing happens to it', () => {
    expect([calm.ended, calm.endedWhy]).toEqual(['quiet', ''])
  })

  it('ends, keeps its books, and does the same again', () => {
    fc.assert(
      fc.property(documents, ([seed, faults]) => {
        const options = { seed, faults, limits }
        const simulation = new Simulation(system, options)
        const run = simulation.run()
        thread(run)
        messages(run)
        transactions(run)
        rows(run, system)
        locks(simulation)
        reports(run, faults)
        expect(simulate(system, options).digest).toBe(run.digest)
      }),
      { numRuns: runsEach },
    )
  }, 60_000)

  it('does the same when nobody records it', () => {
    fc.assert(
      fc.property(documents, ([seed, faults]) => {
        const run = simulate(system, { seed, faults, limits })
        const blind = simulate(system, { seed, faults, limits, trace: false })
        expect(blind.trace.events).toEqual([])
        expect(summary(blind, system)).toBe(summary(run, system))
      }),
      { numRuns: runsEach / 7 },
    )
  })
})

/** Everything of a run that does not need a trace. */
function summary(run: Run, system: System): string {
  const { endUs, steps, ended, endedWhy, faults } = run
  const applied = faults.map(({ index: _, ...report }) => report)
  const tables = tablesOf(system).map(([database, table]) => run.world.rows(database, table))
  return canonicalJson({ endUs, steps, ended, endedWhy, applied, tables })
}

function tablesOf(system: System): readonly (readonly [database: string, table: string])[] {
  const databases = system.services.flatMap(({ id, database }) =>
    database !== undefined && 'tables' in database
      ? Object.keys(database.tables).map((table) => [id, table] as const)
      : [],
  )
  const brokers = (system.brokers ?? []).flatMap((broker) =>
    Object.keys(broker.kind === 'log' ? { ...broker.topics, positions: 0 } : broker.queues).map(
      (table) => [broker.id, table] as const,
    ),
  )
  return [...databases, ...brokers]
}

/** Causes come before their effects, and time does not go back. */
function thread({ trace: { events } }: Run): void {
  const torn = events.filter(
    ({ index, cause, timeUs }, place) =>
      index !== place ||
      cause >= index ||
      cause < -1 ||
      !Number.isInteger(timeUs) ||
      timeUs < (events[place - 1]?.timeUs ?? 0),
  )
  expect(torn).toEqual([])
}

/** Every message ends once at most, and in a run that has become quiet every one has ended. */
function messages({ trace, quiescent }: Run): void {
  const flying = new Set<number>()
  const endedTwice = trace.events.filter((event) => {
    if (event.kind === 'messageSent') flying.add(event.message)
    const ends = event.kind === 'messageArrived' || event.kind === 'messageLost'
    return ends && !flying.delete(event.message)
  })
  expect([endedTwice, quiescent ? [...flying] : []]).toEqual([[], []])
}

/** Every transaction ends once at most, as committed or as aborted. */
function transactions({ trace, quiescent }: Run): void {
  const open = new Set<string>()
  const endedTwice = trace.events.filter((event) => {
    if (event.kind === 'transactionBegan') open.add(`${event.database} ${event.transaction}`)
    const ends = event.kind === 'transactionCommitted' || event.kind === 'transactionAborted'
    return ends && !open.delete(`${event.database} ${event.transaction}`)
  })
  expect([endedTwice, quiescent ? [...open] : []]).toEqual([[], []])
}

/** The rows at the start and every change after give the rows at the end. */
function rows({ trace, world }: Run, system: System): void {
  const replayed = new Map(tablesOf(system).map(([id, table]) => [`${id}/${table}`, new Map()]))
  for (const [id, tables] of Object.entries(trace.initial))
    for (const [table, given] of Object.entries(tables))
      for (const row of given) replayed.get(`${id}/${table}`)?.set(row['id'], row)
  for (const event of trace.events) {
    if (!('changes' in event) || event.kind === 'transactionWrote') continue
    for (const { table, key, after } of event.changes) {
      const held = replayed.get(`${event.database}/${table}`)
      if (after === undefined) held?.delete(key)
      else held?.set(key, after)
    }
  }
  for (const [id, table] of tablesOf(system)) {
    const held = [...(replayed.get(`${id}/${table}`) ?? [])]
      .sort(([a], [b]) => compareKeys(a, b))
      .map(([, row]) => canonicalJson(row))
    expect(held.join()).toBe(world.rows(id, table).map(canonicalJson).join())
  }
}

/** Who is not in the middle of something holds no lock. */
function locks({ store, handlers }: Simulation): void {
  if (handlers.live.size > 0) return
  for (const { tables, open } of store.databases.values()) {
    const held = [...tables.values()].flatMap((table) => [
      ...table.locks.keys(),
      ...table.unique.flatMap((unique) => [...unique.locks.keys()]),
    ])
    expect([open.size, held]).toEqual([0, []])
  }
}

/** Every fault has happened or says in a sentence why not. */
function reports(run: Run, faults: readonly Fault[]): void {
  expect(run.faults.map(({ fault }) => fault)).toEqual(faults.map((_, index) => index))
  const odd = run.faults.filter(({ applied, why, timeUs }) =>
    applied ? timeUs === undefined || timeUs > run.endUs : !/^[A-Z].*\.$/.test(why ?? ''),
  )
  expect(odd).toEqual([])
}
