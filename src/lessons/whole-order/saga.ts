import type { Json, Message, Transaction } from '../../engine'
import { enqueue } from '../../patterns/outbox'

/** What the saga of an order does next. */
export interface Next {
  readonly state: string
  /** Whom it waits for then; nobody at the end. */
  readonly waitsFor?: 'stock' | 'payment'
  readonly command?: keyof typeof commands
}

/**
 * Reserve the stock (can be compensated), charge the card (the pivot: yes or no), confirm the stock (must
 * succeed). From the state and what was answered to the next state.
 */
const transitions: Readonly<Record<string, Next>> = {
  'RESERVING yes': { state: 'CHARGING', waitsFor: 'payment', command: 'ChargeCard' },
  'RESERVING no': { state: 'ABORTED' },
  'CHARGING yes': { state: 'CONFIRMING', waitsFor: 'stock', command: 'ConfirmStock' },
  'CHARGING no': { state: 'RELEASING', waitsFor: 'stock', command: 'ReleaseStock' },
  'CONFIRMING yes': { state: 'COMPLETED' },
  'RELEASING yes': { state: 'ABORTED' },
}

const commands = {
  ReserveStock: { topic: 'stock', asks: 'RESERVING', role: 'command' },
  ChargeCard: { topic: 'payment', asks: 'CHARGING', role: 'command' },
  ConfirmStock: { topic: 'stock', asks: 'CONFIRMING', role: 'command' },
  ReleaseStock: { topic: 'stock', asks: 'RELEASING', role: 'compensation' },
} as const

export interface Cart {
  readonly price: number
  /** Whether the bank will accept the card. */
  readonly card: string
  readonly deadlineMs: number
  readonly [field: string]: Json
}

export const cartOf = ({ data }: Message) => data as unknown as Cart

/** Undefined for an answer that the saga does not wait for any more. */
export function nextOf(tx: Transaction, { key, data }: Message): Next | undefined {
  const { asked, answer } = data as { readonly asked: string; readonly answer: 'yes' | 'no' }
  if (tx.get('sagas', Number(key))?.['state'] !== asked) return undefined
  return transitions[`${asked} ${answer}`]
}

/** Owes a participant a command of this order. */
export function send(tx: Transaction, order: number, type: keyof typeof commands): void {
  const { topic, asks, role } = commands[type]
  const { card, price } = tx.get('sagas', order) ?? {}
  const data = { asks, card: card ?? '', price: price ?? 0 }
  enqueue(tx, { id: `${order}/${type}`, topic, key: `${order}`, type, role, data })
}

/** Closes the order; returns the event that everybody else has to hear. */
export function end(tx: Transaction, order: number, state: string) {
  const confirmed = state === 'COMPLETED'
  const row = tx.update('orders', order, { status: confirmed ? 'CONFIRMED' : 'REJECTED' })
  return {
    type: confirmed ? 'OrderConfirmed' : 'OrderRejected',
    data: { version: 1, price: row?.['price'] ?? 0 },
  }
}

/** Owes the order service the answer of a participant; told again, it is a message of its own. */
export function answer(tx: Transaction, command: Message, yes: boolean): void {
  const { asks } = command.data as { readonly asks: string }
  enqueue(tx, {
    id: `${command.id}/answer/${tx.number}`,
    topic: 'answers',
    key: command.key,
    type: 'Answered',
    role: 'reply',
    data: { asked: asks, answer: yes ? 'yes' : 'no' },
  })
}
