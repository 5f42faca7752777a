import { reply, transaction, type Message } from '../../../engine'

/** Writes whatever it is told. It notes the writer’s token and does nothing with it. */
export function* saveReport(request: Message) {
  const { by, token } = request.data as { readonly by: string; readonly token: number }
  yield* transaction('save report', (tx) => {
    tx.upsert('reports', { id: 'report', by, token })
    tx.insert('journal', { by, token, status: 'written' })
  })
  yield* reply(201)
}
