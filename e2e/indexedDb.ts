import type { Page } from '@playwright/test'

export type StoredRow = Readonly<Record<string, unknown>>

/** Rows of a service's table as IndexedDB itself gives them, past everything of ours. */
export async function rowsOnDisk(
  page: Page,
  service: string,
  table: string,
): Promise<readonly StoredRow[]> {
  return page.evaluate(
    async ([wanted, store]) => {
      const name = (await indexedDB.databases()).find((db) => db.name?.endsWith(`/${wanted}`))?.name
      if (name === undefined) throw new Error(`There is no database of ${wanted}.`)
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error(name)))
      })
      const rows = await new Promise<StoredRow[]>((resolve, reject) => {
        const request = db.transaction(store).objectStore(store).getAll()
        request.addEventListener('success', () => resolve(request.result as StoredRow[]))
        request.addEventListener('error', () => reject(request.error ?? new Error(store)))
      })
      db.close()
      return rows
    },
    [service, table] as const,
  )
}

/** Writes a row behind the page's back. */
export async function tamper(
  page: Page,
  service: string,
  table: string,
  row: StoredRow,
): Promise<void> {
  await page.evaluate(
    async ([wanted, store, changed]) => {
      const name = (await indexedDB.databases()).find((db) => db.name?.endsWith(`/${wanted}`))?.name
      if (name === undefined) throw new Error(`There is no database of ${wanted}.`)
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.addEventListener('error', () => reject(request.error ?? new Error(name)))
        request.addEventListener('success', () => {
          const db = request.result
          const transaction = db.transaction(store, 'readwrite')
          transaction.objectStore(store).put(changed)
          transaction.addEventListener('complete', () => {
            db.close()
            resolve()
          })
        })
      })
    },
    [service, table, row] as const,
  )
}
