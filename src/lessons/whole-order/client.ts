import { call, note } from '../../engine'
import type { ParamValues } from '../definition'

/** Customers with a full cart each; the cart’s id is the key, and stays the same however often they ask. */
export function carts(params: ParamValues) {
  const { orders = 1, spacingMs = 0 } = params
  return Array.from({ length: orders }, (_, n) => ({
    label: `order cart ${n + 1}`,
    atMs: n * spacingMs,
    run: () => orderCart(`cart-${n + 1}`, params),
  }))
}

function* orderCart(cart: string, params: ParamValues) {
  const { price = 100, cardRefused = 0, deadlineMs = 300, clientTimeoutMs = 100 } = params
  const answer = yield* call('PlaceOrder', {
    to: 'order',
    key: cart,
    data: { price, card: cardRefused === 1 ? 'refused' : 'good', deadlineMs },
    timeoutMs: clientTimeoutMs,
    retry: { attempts: 5, backoffMs: 50 },
  })
  if (answer.outcome !== 'answered')
    yield* note(`The customer does not know what became of ${cart}.`)
}
