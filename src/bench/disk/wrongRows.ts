import type { Run, System } from '../../engine'
import { databaseName } from '../../storage/backend'
import { openDexieBackend } from '../../storage/dexieBackend'
import { shapesOf } from '../../storage/shape'
import { differences, replay, tablesOf } from '../rows'

/** Reads every table back through connections of its own, and counts the rows that are not the simulation's. */
export async function wrongRows(runId: string, run: Run, system: System): Promise<number> {
  const backend = await openDexieBackend()
  const rowsOf = replay(run.trace, run.trace.events.length - 1)
  let wrong = 0
  for (const [service, shape] of shapesOf(system, run.trace)) {
    const store = backend.open(databaseName(runId, service), shape)
    for (const name of tablesOf(system).filter(([database]) => database === service)) {
      const stored = await store.rows(name[1])
      wrong += differences(new Map(stored.map(({ key, row }) => [key, row])), rowsOf(name))
    }
    store.close()
  }
  backend.close()
  return wrong
}
