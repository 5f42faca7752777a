import type { Message } from '../../engine'

/** What a command does to the balance of a row: a withdrawal takes away, a purchase adds to what was spent. */
export function signedAmount({ type, data }: Message): number {
  const asked = data as {
    readonly amount?: number
    readonly line?: { readonly qty: number; readonly price: number }
  }
  if (asked.line !== undefined) return asked.line.qty * asked.line.price
  return type === 'Withdraw' ? -Number(asked.amount) : Number(asked.amount)
}
