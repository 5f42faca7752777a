import type { Message, Transaction } from '../../engine'
import { enqueue } from '../../patterns/outbox'

/** Owes a participant a command. The customer’s card goes with it. */
export function command(tx: Transaction, topic: string, type: string, order: string): void {
  const card = tx.get('orders', order)?.['card'] as string
  const role = type.startsWith('Cancel') || type.startsWith('Release') ? 'compensation' : 'command'
  enqueue(tx, { id: `${order}/${type}`, topic, key: order, type, data: { card }, role })
}

/** Owes the orchestrator the answer to a command. */
export function answer(tx: Transaction, asked: Message, type: string): void {
  enqueue(tx, { id: `${asked.key}/${type}`, topic: 'order', key: asked.key, type, role: 'reply' })
}
