import type { Row } from '../engine'

/** Whether an outbox row still waits: its column is empty, false, or says so. */
export function isWaiting(row: Row, sentColumn: string): boolean {
  const sent = row[sentColumn] ?? null
  return sent === null || sent === false || sent === 0 || sent === '' || sent === 'waiting'
}
