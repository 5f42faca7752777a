import type { Transaction } from '../../engine'

/** `SET free = free - 1 WHERE free > 0`: says whether there was one. */
export function takeOne(tx: Transaction, table: 'seats' | 'rooms'): boolean {
  const { free } = stockOf(tx, table)
  if (free === 0) return false
  tx.update(table, 'stock', { free: free - 1 })
  return true
}

/** `SET free = free + 1`: whatever the number is by now. */
export function giveOneBack(tx: Transaction, table: 'seats' | 'rooms'): void {
  tx.update(table, 'stock', { free: stockOf(tx, table).free + 1 })
}

/** From `free` to `reserved`: says whether there was one. */
export function reserveOne(tx: Transaction, table: 'seats' | 'rooms'): boolean {
  const { free, reserved } = stockOf(tx, table)
  if (free === 0) return false
  tx.update(table, 'stock', { free: free - 1, reserved: reserved + 1 })
  return true
}

/** From `reserved` to sold. */
export function confirmOne(tx: Transaction, table: 'seats' | 'rooms'): void {
  tx.update(table, 'stock', { reserved: stockOf(tx, table).reserved - 1 })
}

/** From `reserved` back to `free`. */
export function releaseOne(tx: Transaction, table: 'seats' | 'rooms'): void {
  const { free, reserved } = stockOf(tx, table)
  tx.update(table, 'stock', { free: free + 1, reserved: reserved - 1 })
}

function stockOf(tx: Transaction, table: string) {
  const [row] = tx.selectForUpdate(table)
  return { free: Number(row?.['free']), reserved: Number(row?.['reserved'] ?? 0) }
}
