import type { Transaction } from '../../engine'

/** `SET free = free - 1 WHERE free > 0`: says whether there was one. */
export function takeOne(tx: Transaction, table: 'seats' | 'rooms'): boolean {
  const [row] = tx.selectForUpdate(table)
  const free = Number(row?.['free'])
  if (free === 0) return false
  tx.update(table, 'stock', { free: free - 1 })
  return true
}

/** `SET free = free + 1`: whatever the number is by now. */
export function giveOneBack(tx: Transaction, table: 'seats' | 'rooms'): void {
  const [row] = tx.selectForUpdate(table)
  tx.update(table, 'stock', { free: Number(row?.['free']) + 1 })
}
