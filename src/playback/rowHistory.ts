import type { Key, Row, RowChange, System, Trace } from '../engine'
import { compareKeys } from '../engine'
import { isRowEvent } from './rowEvents'
import { initialKeys } from './initialKeys'

/**
 * Committed rows of every table at any event: one materialised state that walks the changes of the trace
 * forwards and backwards. Every key that ever appears in a table has its fixed place in key order, so a step
 * of the walk is one array write and nothing is ever sorted again.
 */
export class RowHistory {
  private readonly tables = new Map<string, TableState>()
  /** One entry a row change, in trace order. */
  private readonly changeEvents: number[] = []
  private readonly changeTables: TableState[] = []
  private readonly changePlaces: number[] = []
  private readonly changes: RowChange[] = []
  private applied = 0

  constructor(trace: Trace, system: System) {
    for (const { database, table, key, row } of initialKeys(trace, system))
      this.tableOf(database, table).addKey(key, row)
    for (const event of trace.events.filter(isRowEvent))
      for (const change of event.changes) {
        const table = this.tableOf(event.database, change.table)
        table.addKey(change.key, undefined)
        this.changeEvents.push(event.index)
        this.changeTables.push(table)
        this.changes.push(change)
      }
    for (const table of this.tables.values()) table.settle()
    for (const [at, change] of this.changes.entries())
      this.changePlaces.push((this.changeTables[at] as TableState).placeOf(change.key))
  }

  /** Rows in primary key order just after event `index`; the same list as long as the table does not change. */
  rows(index: number, database: string, table: string): readonly Row[] {
    this.moveTo(index)
    return this.tables.get(nameOf(database, table))?.present() ?? none
  }

  row(index: number, database: string, table: string, key: Key): Row | undefined {
    this.moveTo(index)
    return this.tables.get(nameOf(database, table))?.get(key)
  }

  /** Walks to just after event `index`. */
  moveTo(index: number): void {
    const { changeEvents } = this
    while (this.applied < changeEvents.length && (changeEvents[this.applied] as number) <= index) {
      this.put(this.applied, (this.changes[this.applied] as RowChange).after)
      this.applied++
    }
    while (this.applied > 0 && (changeEvents[this.applied - 1] as number) > index) {
      this.applied--
      this.put(this.applied, (this.changes[this.applied] as RowChange).before)
    }
  }

  private put(change: number, row: Row | undefined): void {
    const table = this.changeTables[change] as TableState
    table.put(this.changePlaces[change] as number, row)
  }

  private tableOf(database: string, table: string): TableState {
    const name = nameOf(database, table)
    const known = this.tables.get(name)
    if (known !== undefined) return known
    const made = new TableState()
    this.tables.set(name, made)
    return made
  }
}

/** Of a table that the system does not have. */
const none: readonly never[] = []

class TableState {
  private readonly places = new Map<Key, number>()
  private readonly initial = new Map<Key, Row>()
  private slots: (Row | undefined)[] = []
  private list: readonly Row[] | null = null

  addKey(key: Key, row: Row | undefined): void {
    this.places.set(key, 0)
    if (row !== undefined) this.initial.set(key, row)
  }

  /** Fixes the places when every key is known. */
  settle(): void {
    const keys = [...this.places.keys()].sort(compareKeys)
    for (const [place, key] of keys.entries()) this.places.set(key, place)
    this.slots = keys.map((key) => this.initial.get(key))
  }

  placeOf(key: Key): number {
    return this.places.get(key) as number
  }

  put(place: number, row: Row | undefined): void {
    this.slots[place] = row
    this.list = null
  }

  get(key: Key): Row | undefined {
    const place = this.places.get(key)
    return place === undefined ? undefined : this.slots[place]
  }

  present(): readonly Row[] {
    this.list ??= this.slots.filter((row) => row !== undefined)
    return this.list
  }
}

function nameOf(database: string, table: string): string {
  return `${database}/${table}`
}
