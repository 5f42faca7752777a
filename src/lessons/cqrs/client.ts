import { call, monotonicClock, sleep, transaction, type Json, type Operation } from '../../engine'
import type { ParamValues } from '../definition'
import { technique } from './params'

/** What a customer does once, and when. */
export interface Click {
  readonly label: string
  readonly atMs: number
  readonly run: () => Operation<unknown>
}

export const customer = 'ann'

/** The page of one order: what the answer has told it. */
interface Page {
  readonly order: string
  /** Position of the order, 0 where it is not known to be placed. */
  readonly position: number
  /** By the clock of the browser, in ms. */
  readonly answeredAt: number
}

/** For each order its customer, who looks 10 and 100 ms after the answer, and somebody else, who looks 10 ms after the click. */
export function orderClicks(searchAt: string, params: ParamValues): readonly Click[] {
  const { orders = 1, spacingMs = 0, history = 0 } = params
  return Array.from({ length: orders }, (_, n) => String(history + n + 1)).flatMap((id, n) => [
    {
      label: `order ${id}`,
      atMs: n * spacingMs,
      run: () => session(id, searchAt, params),
    },
    {
      label: `support looks, ${n + 1}`,
      atMs: n * spacingMs + 10,
      run: () => search(`${id}/support`, searchAt, 0, params),
    },
  ])
}

function* session(order: string, searchAt: string, params: ParamValues): Operation<void> {
  const page = yield* place(order, params)
  yield* sleep('10 ms later', 10)
  const found = yield* look(`${order}/look 1`, page, searchAt, params)
  if (found === 'missing') yield* place(`${order}-again`, params)
  yield* sleep('90 ms later', 90)
  yield* look(`${order}/look 2`, page, searchAt, params)
}

function* place(order: string, params: ParamValues): Operation<Page> {
  const startedAt = yield* monotonicClock()
  if (params['technique'] === technique.optimistic)
    yield* transaction('show the order at the click', (tx) => {
      tx.insert('looks', { id: `${order}/click`, order, shows: 1, promised: 0 })
    })
  const answer = yield* call('PlaceOrder', {
    to: 'order',
    key: order,
    data: { customer, total: 10 },
  })
  const answeredAt = yield* monotonicClock()
  const status = answer.outcome === 'answered' ? answer.status : 0
  const placed = answer.outcome === 'answered' && status === 201
  const data = placed ? (answer.data as { readonly position: number }) : null
  yield* transaction('page after the click', (tx) => {
    tx.insert('clicks', { order, status, ms: answeredAt - startedAt })
    if (placed && params['technique'] === technique.answer)
      tx.insert('looks', { id: `${order}/answer`, order, shows: 1, promised: 1 })
    // A clear no. Silence says nothing, so the page leaves the order where it is, marked as not confirmed.
    if (status === 422 && params['technique'] === technique.optimistic)
      tx.insert('looks', { id: `${order}/taken back`, order, shows: 0, promised: 0 })
  })
  return { order, position: data?.position ?? 0, answeredAt }
}

/** Searches and shows what was found, together with what the page knows itself. */
function* look(
  id: string,
  page: Page,
  searchAt: string,
  params: ParamValues,
): Operation<'found' | 'missing' | 'not said'> {
  const now = yield* monotonicClock()
  const own = page.position > 0
  const on = (chosen: number) => own && params['technique'] === chosen
  const fresh = on(technique.writeModel) && now - page.answeredAt < (params['sessionMs'] ?? 0)
  const minPosition = on(technique.token) ? page.position : 0
  const answer = yield* search(id, fresh ? 'order' : searchAt, minPosition, params)
  if (answer === null || !own) return 'not said'

  const shows = answer.orders.includes(page.order) || on(technique.optimistic)
  const promised = answer.complete !== false || on(technique.optimistic)
  yield* transaction('show the list', (tx) => {
    tx.insert('looks', {
      id,
      order: page.order,
      shows: shows ? 1 : 0,
      promised: promised ? 1 : 0,
    })
  })
  if (!promised) return 'not said'
  return shows ? 'found' : 'missing'
}

interface Found {
  readonly orders: readonly string[]
  /** Absent where a search takes what it finds for the truth. */
  readonly complete?: boolean
}

function* search(
  id: string,
  to: string,
  minPosition: number,
  params: ParamValues,
): Operation<Found | null> {
  const patienceMs = params['patienceMs'] ?? 0
  const startedAt = yield* monotonicClock()
  const answer = yield* call('SearchOrders', {
    to,
    key: customer,
    role: 'query',
    data: { minPosition, patienceMs } as Json,
    timeoutMs: 200 + patienceMs,
  })
  if (answer.outcome !== 'answered' || answer.status !== 200) return null
  const ms = (yield* monotonicClock()) - startedAt
  yield* transaction('remember the search', (tx) => {
    tx.insert('searches', { id, ms })
  })
  return answer.data as unknown as Found
}
