import { reply, transaction, type Message } from '../../../engine'

/** Somebody else’s mail server. A request that brings a key is carried out once; one without, every time. */
export function* sendMail(request: Message) {
  const { order, text } = request.data as { readonly order: string; readonly text: string }
  yield* transaction('take mail', (tx) => {
    if (request.key !== '' && !tx.insertIfAbsent('seen', { key: request.key })) return
    tx.insert('sent', { order, text })
  })
  yield* reply(202)
}
