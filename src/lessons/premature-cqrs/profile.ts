import type { Row, Transaction } from '../../engine'

/** The form: five fields, which are written and read in the same shape. */
export interface Profile {
  readonly id: string
  readonly name: string
  readonly mail: string
  readonly phone: string
  readonly city: string
  readonly bio: string
  /** Grows with every edit. */
  readonly version: number
  readonly [column: string]: Row[string]
}

/** Comparing one row with what is searched takes this many ms. */
export const rowMs = 0.5

/** The database does one thing at a time: who wants something of it waits for its only connection. */
export function takeConnection(tx: Transaction): void {
  tx.selectForUpdate('connections')
}
