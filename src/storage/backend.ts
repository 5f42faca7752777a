import type { Catalogue } from './catalogue'
import type { DatabaseShape } from './shape'
import type { TableStore } from './tableStore'

/** Where databases live: IndexedDB in the page, memory in tests. Every call can fail. */
export interface Backend {
  readonly runs: Catalogue
  /** Opens a database, making it if need be; the first use says whether it worked. */
  open(name: string, shape: DatabaseShape): TableStore
  remove(name: string): Promise<void>
  /** Names of all databases of this site. */
  names(): Promise<readonly string[]>
  close(): void
}

/** Name of a service's database, such as `faultline/k3v9/order`. */
export function databaseName(runId: string, service: string): string {
  return `faultline/${runId}/${service}`
}

/** The run a database belongs to; null for a database that is nobody's. */
export function runOf(name: string): string | null {
  const [site, runId, service] = name.split('/')
  return site === 'faultline' && service !== undefined ? (runId ?? null) : null
}
