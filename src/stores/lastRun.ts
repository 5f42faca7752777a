import type { Scenario } from '../document/scenario'
import type { Backend } from '../storage/backend'
import { inTime } from '../storage/deadline'
import { openIndexedDb } from '../storage/openIndexedDb'

const limitMs = 5_000

/**
 * The run that was kept last, with the cursor where its disk stands, for «go on where you were».
 * Null when there is none that has begun, or no storage; never fails, and makes no database.
 */
export async function lastRun(
  openBackend: () => Promise<Backend> = openIndexedDb,
): Promise<Scenario | null> {
  try {
    return (await somethingIsKept()) ? await inTime(newest(openBackend), limitMs) : null
  } catch {
    return null
  }
}

/** Asks the browser, which is cheaper than loading what can read a database. */
async function somethingIsKept(): Promise<boolean> {
  if (!('databases' in indexedDB)) return true
  const databases = await indexedDB.databases()
  return databases.some(({ name }) => name === 'faultline')
}

async function newest(openBackend: () => Promise<Backend>): Promise<Scenario | null> {
  const backend = await openBackend()
  try {
    const [record] = await backend.runs.list()
    if (record === undefined) return null
    const { digest: _digest, ...scenario } = record.scenario
    return (scenario.cursorMs ?? 0) > 0 ? scenario : null
  } finally {
    backend.close()
  }
}
