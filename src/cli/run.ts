import type { Result } from '../document/scenario'
import { toMs, type Run, type System } from '../engine'
import { encodeLink } from '../share/link'
import type { Args } from './args'
import type { Lab, Output } from './io'
import { play } from './play'

/** Where `npm start` serves the page: links of the command line open there. */
const pageAddress = 'http://localhost:5173/'

/** `run`: what a scenario ends with. */
export function run(args: Args, lab: Lab): Result<Output> {
  const played = play(args, lab)
  if (!played.ok) return played
  const { scenario, lesson, system, run: result, remarks } = played.value
  const json = {
    digest: result.digest,
    endMs: toMs(result.endUs),
    steps: result.steps,
    quiescent: result.quiescent,
    checks: result.checks.map(({ id, claim, holds, brokenAtUs, why }) => {
      return { id, claim, holds, brokenAtMs: brokenAtUs === null ? null : toMs(brokenAtUs), why }
    }),
    outcome: lesson.outcome(result.world),
    tables: tablesOf(system, result),
    topics: topicsOf(system, result),
    committed: committedIn(result),
    link: encodeLink({ ...scenario, digest: result.digest }, lesson, pageAddress),
    ...(args.trace ? { trace: result.trace.events } : {}),
  }
  return { ok: true, value: { json, remarks } }
}

/** Service → table → rows, for every service with a database of its own. */
function tablesOf({ services }: System, { world }: Run) {
  const owners = services.flatMap(({ id, database }) =>
    database === undefined || 'of' in database ? [] : [{ id, tables: database.tables }],
  )
  return Object.fromEntries(
    owners.map(({ id, tables }) => [id, rowsOf(id, Object.keys(tables), world)]),
  )
}

/** Topic or queue → messages, of every broker. */
function topicsOf({ brokers = [] }: System, { world }: Run) {
  const topics = brokers.map((broker) => {
    const sources = broker.kind === 'log' ? broker.topics : broker.queues
    return rowsOf(broker.id, Object.keys(sources), world)
  })
  return Object.assign({}, ...topics) as Record<string, unknown>
}

function rowsOf(database: string, tables: readonly string[], world: Run['world']) {
  return Object.fromEntries(tables.map((table) => [table, world.rows(database, table)]))
}

function committedIn({ trace }: Run): string[] {
  return trace.events.flatMap((event) =>
    event.kind === 'transactionCommitted' ? [`${event.service}: ${event.label}`] : [],
  )
}
