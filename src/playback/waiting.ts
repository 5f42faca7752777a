import type { Row } from '../engine'

/** Whether an outbox row says of itself that it was sent; null where rows say nothing and a reader's cursor does. */
export function isSent(row: Row, sentColumn: string): boolean | null {
  const sent = row[sentColumn]
  if (sent === undefined) return null
  return !(sent === null || sent === false || sent === 0 || sent === '' || sent === 'waiting')
}

/** Whether an outbox row still waits: its column is empty, false, or says so. */
export function isWaiting(row: Row, sentColumn: string): boolean {
  return isSent(row, sentColumn) === false
}
