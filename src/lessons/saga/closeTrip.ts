import type { Transaction } from '../../engine'
import type { SagaRow } from '../../patterns/saga'

/** The end of a saga is the end of its trip, in the same commit; what was refused becomes somebody’s task. */
export function closeTrip(tx: Transaction, { id, state, refused, data }: SagaRow): void {
  const trip = String(data['trip'])
  const done = id === trip ? 'CONFIRMED' : 'CANCELLED'
  const status = state === 'COMPLETED' ? done : state === 'ABORTED' ? 'REJECTED' : 'FAILED'
  tx.update('trips', trip, { status })
  for (const step of refused) {
    tx.insert('human_tasks', { id: `${id}/${step}`, trip, step, status: 'open' })
  }
}
