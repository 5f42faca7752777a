import type { Transaction } from '../../engine'
import type { SagaRow } from '../../patterns/saga'

const statusOf: Partial<Record<SagaRow['state'], string>> = {
  COMPLETED: 'CONFIRMED',
  ABORTED: 'REJECTED',
  FAILED: 'FAILED',
}

/** The end of a saga is the end of its trip, in the same commit; what was refused becomes somebody’s task. */
export function closeTrip(tx: Transaction, { id, state, refused }: SagaRow): void {
  tx.update('trips', id, { status: statusOf[state] ?? 'PENDING' })
  for (const step of refused) {
    tx.insert('human_tasks', { id: `${id}/${step}`, trip: id, step, status: 'open' })
  }
}
