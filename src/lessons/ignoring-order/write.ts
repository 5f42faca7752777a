import type { Row, Transaction } from '../../engine'

/** What an event about a user says. `name` and `mail` are there when they changed, or always. */
export type Change = Row & { readonly user: string; readonly version: number }

/** Puts into the view what an event says and leaves the rest; the list remembers what was applied, and when. */
export function write(tx: Transaction, { user, ...columns }: Change): void {
  tx.upsert('profiles', { ...tx.get('profiles', user), id: user, ...columns })
  tx.insert('applied', { user, version: columns.version })
}
