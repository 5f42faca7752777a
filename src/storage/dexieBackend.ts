import Dexie from 'dexie'
import type { Table } from 'dexie'
import type { Backend } from './backend'
import { readRecord } from './catalogue'
import type { Catalogue, RunRecord } from './catalogue'
import { DexieStore } from './dexieStore'

/** Opens this site's IndexedDB; rejected where a page may keep nothing. */
export async function openDexieBackend(): Promise<Backend> {
  const db = new Dexie('faultline', { chromeTransactionDurability: 'relaxed' })
  db.version(1).stores({ runs: 'id, updatedAt' })
  await db.open()
  return {
    runs: catalogueIn(db.table('runs')),
    open: (name, shape) => new DexieStore(name, shape),
    remove: (name) => Dexie.delete(name),
    names: () => Dexie.getDatabaseNames(),
    close: () => db.close(),
  }
}

function catalogueIn(runs: Table<RunRecord, string>): Catalogue {
  return {
    async list() {
      const records: readonly unknown[] = await runs.orderBy('updatedAt').reverse().toArray()
      return records.flatMap((record) => readRecord(record) ?? [])
    },
    async save(record) {
      await runs.put(record)
    },
    remove: (id) => runs.delete(id),
  }
}
