import { reply, transaction, type Message, type Service } from '../../engine'
import type { ParamValues } from '../definition'

/** The customers’ bank. It refuses the first customer’s card, or makes trouble about refunds, when told to. */
export function bank({ card = 0, refunds = 0 }: ParamValues): Service {
  return {
    id: 'bank',
    title: 'Bank',
    outside: true,
    database: { title: 'bank_db', tables: { refunds: { key: 'trip' } } },
    handlers: {
      *Charge({ key }: Message) {
        yield* reply(card === 1 && key === '1' ? 402 : 200)
      },
      *Refund({ key }: Message) {
        const asked = yield* transaction('count requests', (tx) => {
          const before = Number(tx.get('refunds', key)?.['asked'] ?? 0)
          tx.upsert('refunds', { trip: key, asked: before + 1 })
          return before + 1
        })
        if (refunds === 2) yield* reply(410)
        else yield* reply(refunds === 1 && asked <= 3 ? 503 : 200)
      },
    },
  }
}
