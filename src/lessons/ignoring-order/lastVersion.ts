import type { Transaction } from '../../engine'

/** The version a user is at, 0 for a new one. Its row is locked: of two processes, one waits for the other’s commit. */
export function lastVersion(tx: Transaction, user: string): number {
  tx.insertIfAbsent('versions', { user, version: 0 })
  const [row] = tx.selectForUpdate('versions', { where: { user } })
  return Number(row?.['version'])
}
