import { getOrMake } from './points'
import type { Check, CheckResult, RowName, Violation } from './checks'
import type { Key, Row } from './json'
import type { Simulation } from './simulation'
import type { Micros } from './time'
import type { World } from './world'

interface Watched {
  readonly check: Check
  /** `database/table` names it read when it was asked last. */
  reads: ReadonlySet<string>
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
      reads: new Set(),
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

  changed(database: string, tables: ReadonlySet<string>): void {
    for (const watched of this.watched) {
      if (watched.check.claim === 'eventually' || watched.violation !== null || watched.met)
        continue
      for (const table of tables) {
        if (!watched.reads.has(`${database}/${table}`)) continue
        this.ask(watched)
        break
      }
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
    const reads = new Set<string>()
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
    watched.brokenAt = this.sim.recorder.events.length - 1
  }
}

/** A world that notes which tables are looked at. */
function tracking(world: World, reads: Set<string>): World {
  return {
    rows(database: string, table: string): readonly Row[] {
      reads.add(`${database}/${table}`)
      return world.rows(database, table)
    },
    row(database: string, table: string, key: Key): Row | undefined {
      reads.add(`${database}/${table}`)
      return world.row(database, table, key)
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
