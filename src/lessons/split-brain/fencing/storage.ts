import { reply, transaction, type Message } from '../../../engine'

/** Remembers the highest token it has seen, and refuses a lower one: its writer is a leader of yesterday. */
export function* saveReport(request: Message) {
  const { by, token } = request.data as { readonly by: string; readonly token: number }
  const written = yield* transaction('save report', (tx) => {
    const highest = Number(tx.get('reports', 'report')?.['token'] ?? 0)
    if (token < highest) {
      tx.insert('journal', { by, token, status: 'refused' })
      return false
    }
    tx.upsert('reports', { id: 'report', by, token })
    tx.insert('journal', { by, token, status: 'written' })
    return true
  })
  yield* reply(written ? 201 : 409)
}
