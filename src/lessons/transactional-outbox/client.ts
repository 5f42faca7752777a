import { call, note, transaction, type Once, type Operation } from '../../engine'
import type { ParamValues } from '../definition'

/** The customers' clicks: orders at a fixed distance, perhaps a look at each, perhaps a cancellation of the first. */
export function clicks(params: ParamValues): readonly Once[] {
  const { orders = 0, spacingMs = 0, first = 1, cancel = 0 } = params
  const places = Array.from({ length: orders }, (_, n) => ({
    label: `place order ${first + n}`,
    atMs: n * spacingMs,
    run: () => placeOrder(String(first + n), n === 0 ? (params['checkMs'] ?? 0) : 0, params),
  }))
  if (cancel === 0) return places
  const cancelling = {
    label: `cancel order ${first}`,
    atMs: orders * spacingMs,
    run: () => cancelOrder(String(first), params),
  }
  return [...places, cancelling]
}

function* placeOrder(order: string, checkMs: number, params: ParamValues): Operation<void> {
  const answer = yield* call('PlaceOrder', {
    to: 'order',
    key: order,
    data: { checkMs },
    timeoutMs: params['clientTimeoutMs'] ?? 100,
  })
  if (answer.outcome === 'refused') yield* note(`Nobody took order ${order}: it was not placed.`)
  else if (answer.outcome === 'unknown')
    yield* note(`The customer does not know whether order ${order} was placed.`)
  else if (params['readBack'] === 1) yield* readBack(order, answer.status)
}

function* readBack(order: string, told: number): Operation<void> {
  const answer = yield* call('GetOrder', { to: 'order', key: order, role: 'query' })
  const found = answer.outcome === 'answered' && answer.status === 200
  yield* transaction('remember what was shown', (tx) => {
    tx.upsert('answers', { order, told, shown: found ? 'the order' : 'nothing' })
  })
}

function* cancelOrder(order: string, params: ParamValues): Operation<void> {
  yield* call('CancelOrder', {
    to: 'order',
    key: order,
    timeoutMs: params['clientTimeoutMs'] ?? 100,
  })
}
