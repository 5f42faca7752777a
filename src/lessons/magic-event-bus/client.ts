import { call, note, type Once, type Operation, type Row } from '../../engine'
import type { ParamValues } from '../definition'

/** Orders 1, 2, 3 … at a fixed distance. */
export function placements({ orders = 0, spacingMs = 0 }: ParamValues): readonly Once[] {
  return Array.from({ length: orders }, (_, n) =>
    click('PlaceOrder', `place order ${n + 1}`, String(n + 1), {}, n * spacingMs),
  )
}

/** Order A is placed, moved to a country that Shipping does not know, and paid last; the others only placed. */
export function changes({ orders = 0, spacingMs = 0 }: ParamValues): readonly Once[] {
  const others = Array.from({ length: orders - 1 }, (_, n) => String.fromCharCode(66 + n))
  return [
    click('PlaceOrder', 'place order A', 'A', { country: 'FR' }, 0),
    click('ChangeOrder', 'move order A', 'A', { country: 'UK' }, spacingMs),
    ...others.map((order, n) =>
      click('PlaceOrder', `place order ${order}`, order, { country: 'DE' }, (n + 2) * spacingMs),
    ),
    click('ChangeOrder', 'pay order A', 'A', { status: 'paid' }, (orders + 1) * spacingMs),
  ]
}

function click(type: string, label: string, order: string, data: Row, atMs: number): Once {
  return { label, atMs, run: () => ask(type, label, order, data) }
}

function* ask(type: string, label: string, order: string, data: Row): Operation<void> {
  const answer = yield* call(type, { to: 'order', key: order, data })
  if (answer.outcome !== 'answered')
    yield* note(`The customer does not know what became of “${label}”.`)
}
