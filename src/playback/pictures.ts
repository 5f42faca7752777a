import type { Run, RowChange, System } from '../engine'
import { CheckStates } from './checkStates'
import { Flights } from './flights'
import type { CommittedRows, Frame, Head, MessageFrame } from './frame'
import type { Heads } from './heads'
import { LinkStates } from './linkStates'
import { OpenWrites } from './openWrites'
import { isRowEvent } from './rowEvents'
import { RowHistory } from './rowHistory'
import { ServiceTimelines } from './serviceTimelines'
import { Track } from './track'

interface LastChange {
  readonly timeUs: number
  readonly changes: readonly RowChange[]
}

/** Frames of one run. What does not move between two frames is the same object in both. */
export class Pictures {
  readonly flights: Flights
  private readonly services: ServiceTimelines
  private readonly links: LinkStates
  private readonly checks: CheckStates
  private readonly rows: RowHistory
  private readonly open: OpenWrites
  private readonly lastChanges: ReadonlyMap<string, Track<LastChange>>

  constructor(run: Run, system: System, heads: Heads) {
    const { events } = run.trace
    this.flights = new Flights(events, run.endUs, (timeUs) => heads.indexAt(timeUs - 1))
    this.services = new ServiceTimelines(system, events)
    this.links = new LinkStates(events)
    this.checks = new CheckStates(system.checks ?? [], events)
    this.rows = new RowHistory(run.trace, system)
    this.open = new OpenWrites(events)
    this.lastChanges = lastChangesOf(run)
  }

  /** Committed rows just after event `index`. */
  rowsAt(index: number): CommittedRows {
    const { rows: history } = this
    return {
      rows: (database, table) => history.rows(index, database, table),
      row: (database, table, key) => history.row(index, database, table, key),
    }
  }

  at(head: Head): Frame {
    const { flights, rows, open, lastChanges } = this
    let messages: readonly MessageFrame[] | null = null
    return {
      head,
      services: this.services.at(head.index),
      links: this.links.at(head.index),
      checks: this.checks.at(head.index),
      get messages() {
        return (messages ??= flights.framesAt(head))
      },
      forEachMessage: (visit) => flights.forEachAt(head, visit),
      rows: (database, table) => rows.rows(head.index, database, table),
      open: (database) => open.at(database, head.index),
      lastChange: (database) => lastChanges.get(database)?.at(head.index) ?? null,
    }
  }
}

function lastChangesOf(run: Run): ReadonlyMap<string, Track<LastChange>> {
  const databases = new Map<string, Track<LastChange>>()
  for (const { database, changes, index, timeUs } of run.trace.events.filter(isRowEvent)) {
    if (changes.length === 0) continue
    const track = databases.get(database) ?? new Track<LastChange>()
    track.set(index, { timeUs, changes })
    databases.set(database, track)
  }
  return databases
}
