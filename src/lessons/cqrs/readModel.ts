import type { Transaction } from '../../engine'
import type { OrderRow } from './writeModel'

/** Adds an order to what its customer has spent. Done twice, it is wrong. */
export function addToTotals(tx: Transaction, { customer, total }: OrderRow): void {
  const before = tx.get('totals', customer) ?? { orders: 0, spent: 0 }
  tx.upsert('totals', {
    customer,
    orders: Number(before['orders']) + 1,
    spent: Number(before['spent']) + total,
  })
}
