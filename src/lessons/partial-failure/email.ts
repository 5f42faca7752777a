import { reply, transaction, type Message } from '../../engine'
import { isFirst } from '../../patterns/outbox'

/** Takes a mail for sending: once, however often it is asked for with the same id. Its commit stands for the mail. */
export function* sendMail(request: Message) {
  yield* transaction('send mail', (tx) => {
    if (isFirst(tx, request)) tx.insert('mails', { order: request.key, text: 'Thank you!' })
  })
  yield* reply(200)
}
