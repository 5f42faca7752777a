import type { Reader, Row, Transaction } from '../../engine'

/** Something was sold; an event of the log that the views are made from. */
export interface Sold {
  readonly position: number
  readonly product: string
  readonly [column: string]: Row[string]
}

/** Events a view asks for at once. */
export const batch = 10

export function addSale(tx: Transaction, view: string, { product }: Sold): void {
  const before = tx.get('sales', [view, product])
  tx.upsert('sales', { view, product, sold: Number(before?.['sold'] ?? 0) + 1 })
}

/** What a reader of a view sees: how much was sold in all. */
export function totalSold(db: Reader, view: string): number {
  return db.find('sales', { where: { view } }).reduce((sum, row) => sum + Number(row['sold']), 0)
}
