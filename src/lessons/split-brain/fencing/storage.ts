import { reply, transaction, type Message } from '../../../engine'

/**
 * Remembers the highest token it has seen, and refuses a lower one: its writer is a leader of yesterday.
 * The row is locked while it is compared, so that two writers cannot both find themselves the latest.
 */
export function* saveReport(request: Message) {
  const { by, token } = request.data as { readonly by: string; readonly token: number }
  const written = yield* transaction('save report', (tx) => {
    const [latest] = tx.selectForUpdate('reports', { where: { id: 'report' } })
    if (token < Number(latest?.['token'])) {
      tx.insert('journal', { by, token, status: 'refused' })
      return false
    }
    tx.upsert('reports', { id: 'report', by, token })
    tx.insert('journal', { by, token, status: 'written' })
    return true
  })
  yield* reply(written ? 201 : 409)
}
