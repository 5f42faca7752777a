import type { RowChange, TraceEvent } from '../engine'
import { Intervals } from './intervals'

type Wrote = Extract<TraceEvent, { readonly kind: 'transactionWrote' }>

interface Written {
  readonly event: Wrote
  endAt: number
}

/** Statements of transactions that have not ended yet, by database. */
export class OpenWrites {
  private readonly databases = new Map<
    string,
    { readonly writes: readonly Written[]; readonly open: Intervals }
  >()

  constructor(events: readonly TraceEvent[]) {
    for (const [database, writes] of collect(events)) {
      const starts = writes.map((write) => write.event.index)
      const ends = writes.map((write) => write.endAt)
      this.databases.set(database, { writes, open: new Intervals(starts, ends) })
    }
  }

  at(database: string, index: number): readonly RowChange[] {
    const changes: RowChange[] = []
    const known = this.databases.get(database)
    known?.open.forEachAt(index, (place) => {
      changes.push(...(known.writes[place]?.event.changes ?? []))
    })
    return changes
  }
}

function collect(events: readonly TraceEvent[]): ReadonlyMap<string, readonly Written[]> {
  const databases = new Map<string, Written[]>()
  const open = new Set<Written>()
  const close = (index: number, ends: (event: Wrote) => boolean) => {
    for (const write of open)
      if (ends(write.event)) {
        write.endAt = index
        open.delete(write)
      }
  }
  for (const event of events) {
    if (event.kind === 'transactionWrote') {
      const write = { event, endAt: events.length }
      open.add(write)
      const writes = databases.get(event.database)
      if (writes) writes.push(write)
      else databases.set(event.database, [write])
    } else if (event.kind === 'transactionCommitted' || event.kind === 'transactionAborted') {
      const { database, transaction } = event
      close(
        event.index,
        (wrote) => wrote.database === database && wrote.transaction === transaction,
      )
    } else if (event.kind === 'crashed') {
      close(event.index, (wrote) => wrote.service === event.service)
    }
  }
  return databases
}
