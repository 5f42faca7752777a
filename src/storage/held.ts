import { databaseName } from './backend'
import type { Backend } from './backend'
import type { RunRecord } from './catalogue'
import type { Rows } from './changes'
import { readAll } from './databaseWriter'
import { sameShape } from './shape'
import type { DatabaseShape } from './shape'
import type { Position } from './tableStore'

/** What a database was found to hold. */
export interface Held {
  readonly position: Position | null
  readonly rows: Rows
}

/** What the databases of an earlier run hold, as far as they still have the shape that is wanted. */
export async function readHeld(
  backend: Backend,
  record: RunRecord,
  wanted: ReadonlyMap<string, DatabaseShape>,
): Promise<ReadonlyMap<string, Held>> {
  const fitting = [...wanted].filter(([name, shape]) => {
    const made = record.databases[name]
    return made !== undefined && sameShape(made, shape)
  })
  const held = fitting.map(async ([name, shape]) => {
    const store = backend.open(databaseName(record.id, name), shape)
    try {
      const rows = await readAll(store, Object.keys(shape))
      return [name, { rows, position: await store.position() }] as const
    } finally {
      store.close()
    }
  })
  return new Map(await Promise.all(held))
}
