import { reply, transaction, type Message, type Operation, type Service } from '../../engine'
import type { ParamValues } from '../definition'

/**
 * The customers’ bank. An amount can be charged at once, or held first and then captured or released; asked again
 * about the same trip it does nothing twice, and what was released before it was held is refused. It refuses the first customer’s card, or makes trouble about refunds, when told to. */
export function bank({ card = 0, refunds = 0 }: ParamValues): Service {
  return {
    id: 'bank',
    title: 'Bank',
    outside: true,
    database: { title: 'bank_db', tables: { refunds: { key: 'trip' }, holds: { key: 'trip' } } },
    handlers: {
      *Charge({ key }: Message) {
        yield* reply(card === 1 && key === '1' ? 402 : 200)
      },
      *Hold({ key }: Message) {
        if (card === 1 && key === '1') return yield* reply(402)
        const held = yield* transaction('hold amount', (tx) => {
          tx.insertIfAbsent('holds', { trip: key, state: 'held' })
          return tx.get('holds', key)?.['state'] !== 'released'
        })
        return yield* reply(held ? 200 : 409)
      },
      Capture: ({ key }: Message) => endHold(key, 'captured'),
      Release: ({ key }: Message) => endHold(key, 'released'),
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

function* endHold(trip: string, state: 'captured' | 'released'): Operation<void> {
  yield* transaction('end hold', (tx) => tx.upsert('holds', { trip, state }))
  yield* reply(200)
}
