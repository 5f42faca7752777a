import { call, note, transaction, type Operation, type Service } from '../../engine'
import { firstMs, statusOf } from './client'
import type { ParamValues } from '../definition'

interface Click {
  readonly id: string
  readonly does: 'PutIn' | 'TakeOut'
  readonly item: string
  /** Region that it is given to. */
  readonly to: string
  readonly atMs: number
}

/** Two people of one household share a cart: one takes the book out, the other puts something in. */
export function shoppers({ laterMs = 10, euPuts = 0 }: ParamValues): readonly Service[] {
  const item = euPuts === 0 ? 'pen' : 'book'
  return [
    shopper('client-us', 'US customer', {
      id: 'US 1',
      does: 'TakeOut',
      item: 'book',
      to: 'us',
      atMs: firstMs,
    }),
    shopper('client-eu', 'EU customer', {
      id: 'EU 1',
      does: 'PutIn',
      item,
      to: 'eu',
      atMs: firstMs + laterMs,
    }),
  ]
}

function shopper(id: string, title: string, click: Click): Service {
  return {
    id,
    title,
    outside: true,
    database: { title: 'browser', tables: { clicks: { key: 'id' } } },
    once: [{ label: `click ${click.id}`, atMs: click.atMs, run: () => changeCart(click) }],
  }
}

function* changeCart({ id, does, item, to }: Click): Operation<void> {
  const shown = yield* call('GetCart', { to, key: 'cart', role: 'query' })
  if (shown.outcome !== 'answered' || shown.status !== 200)
    return yield* note(`Nobody shows the cart: ${id} is not even tried.`)

  const { clicks: saw } = shown.data as { readonly clicks: readonly string[] }
  yield* transaction('remember the click', (tx) => {
    tx.upsert('clicks', { id, does, item, saw, status: 'asked' })
  })
  const answer = yield* call(does, { to, key: 'cart', data: { item, saw, click: id } })
  yield* transaction('remember the answer', (tx) => {
    tx.update('clicks', id, { status: statusOf(answer) })
  })
  return undefined
}
