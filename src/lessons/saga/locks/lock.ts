import type { Json, Transaction } from '../../../engine'
import { conclude, type Asked } from '../../../patterns/barrier'

/** Locks a stock for a saga. Whoever finds it locked is kept, and answered when its turn comes. */
export function hold(tx: Transaction, command: Asked, stock: 'seats' | 'rooms'): void {
  if (tx.get('locks', stock) !== undefined) {
    const { id, key, data } = command
    tx.insert('stash', { id: key, command: id, data, status: 'waiting', waitsFor: stock })
  } else if (tx.get(stock, 'stock')?.['free'] === 0) conclude(tx, command, 'rejected')
  else {
    tx.insert('locks', { id: stock, saga: command.key, status: 'held' })
    conclude(tx, command, 'ok')
  }
}

/** Hands a lock to whoever has waited longest, and can use it. */
export function release(tx: Transaction, stock: 'seats' | 'rooms'): void {
  tx.delete('locks', stock)
  for (const { id, command, data } of tx.find('stash', { orderBy: 'position' })) {
    if (tx.get('locks', stock) !== undefined) return
    tx.delete('stash', id as string)
    hold(tx, { id: command as string, key: id as string, data: data as Json }, stock)
  }
}
