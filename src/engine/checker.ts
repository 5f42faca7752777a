import { getOrMake } from './points'
import type { Check, CheckResult, RowName, Violation } from './checks'
import type { Key, Row } from './json'
import type { Simulation } from './simulation'
import type { Micros } from './time'
import type { RowChange } from './trace'
import type { World } from './world'

/** Stands for a database where a check asks for what is in memory; no id has a space. */
const memory = 'in memory'

type Reads = ReadonlyMap<string, Set<string>>

interface Watched {
  readonly check: Check
  /** Database → tables it read when it was asked last. */
  reads: Reads
  brokenAtUs: Micros | null
  brokenAt: number | null
  violation: Violation | null
  met: boolean
}

/** Asks the checks whenever a table they read has changed, and remembers when each broke. */
export class Checker {
  private readonly watched: readonly Watched[]

  constructor(
    private readonly sim: Simulation,
    checks: readonly Check[],
  ) {
    this.watched = checks.map((check) => ({
      check,
      reads: new Map(),
      brokenAtUs: null,
      brokenAt: null,
      violation: null,
      met: false,
    }))
  }

  /** Asks every check that is judged during the run once, before anything has happened. */
  begin(): void {
    for (const watched of this.watched) if (watched.check.claim !== 'eventually') this.ask(watched)
  }

  changed(database: string, changes: readonly RowChange[]): void {
    this.askWho((reads) => {
      const tables = reads.get(database)
      return tables !== undefined && changes.some(({ table }) => tables.has(table))
    })
  }

  /** A service has nothing in memory any more. */
  idle(service: string): void {
    this.askWho((reads) => reads.get(memory)?.has(service) === true)
  }

  private askWho(concerned: (reads: Reads) => boolean): void {
    for (const watched of this.watched) {
      if (watched.check.claim === 'eventually' || watched.violation !== null || watched.met)
        continue
      if (concerned(watched.reads)) this.ask(watched)
    }
  }

  /** Judges what can only be judged at the end. */
  end(): readonly CheckResult[] {
    for (const watched of this.watched) {
      if (watched.check.claim === 'eventually') this.ask(watched)
      else if (watched.check.claim === 'sometimes' && !watched.met) {
        this.break(watched, { why: 'It never came true in this run.', rows: [] })
      }
    }
    return this.watched.map(({ check, brokenAtUs, brokenAt, violation }) => ({
      id: check.id,
      claim: check.claim,
      text: check.text,
      holds: violation === null,
      brokenAtUs,
      brokenAt,
      why: violation?.why ?? '',
      rows: violation?.rows ?? [],
    }))
  }

  private ask(watched: Watched): void {
    const reads = new Map<string, Set<string>>()
    const answer = watched.check.holds(tracking(this.sim.world, reads))
    watched.reads = reads
    if (watched.check.claim === 'sometimes') {
      if (answer !== true) return
      watched.met = true
      this.sim.emitAside({ kind: 'checkMet', check: watched.check.id })
    } else if (answer !== true) this.break(watched, answer)
  }

  private break(watched: Watched, violation: Violation): void {
    watched.violation = violation
    watched.brokenAtUs = this.sim.clock.nowUs
    this.sim.emitAside({
      kind: 'checkBroken',
      check: watched.check.id,
      why: violation.why,
      rows: violation.rows,
    })
    if (this.sim.recorder.on) watched.brokenAt = this.sim.recorder.events.length - 1
  }
}

/** A world that notes which tables are looked at. */
function tracking(world: World, reads: Map<string, Set<string>>): World {
  const look = (database: string, table: string) =>
    getOrMake(reads, database, () => new Set()).add(table)
  return {
    rows(database: string, table: string): readonly Row[] {
      look(database, table)
      return world.rows(database, table)
    },
    row(database: string, table: string, key: Key): Row | undefined {
      look(database, table)
      return world.row(database, table, key)
    },
    busy(service: string): boolean {
      look(memory, service)
      return world.busy(service)
    },
  }
}

/** Rows grouped by one column, for checks that count. */
export function groupBy(rows: readonly Row[], column: string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) getOrMake(groups, String(row[column]), () => []).push(row)
  return groups
}

/** Names a row for a violation. */
export function rowName(database: string, table: string, key: Key): RowName {
  return { database, table, key }
}
