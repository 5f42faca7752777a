import {
  call,
  note,
  transaction,
  type Answer,
  type Json,
  type Operation,
  type Service,
} from '../../engine'
import type { ParamValues } from '../definition'

/** When the customers begin to write, in ms: soon after the cut of the catalogue, which begins at 100. */
export const firstMs = 120

export interface Write {
  readonly value: string
  /** Copy that it is given to. */
  readonly to: string
  readonly address: string
  readonly atMs: number
}

/** Address 1 is changed in both regions, then address 2, and so on. */
export function writesOf(side: 'US' | 'EU', params: ParamValues): readonly Write[] {
  const { writesUs = 5, writesEu = 5, spacingMs = 20, laterMs = 10 } = params
  const count = side === 'US' ? writesUs : writesEu
  return Array.from({ length: count }, (_, n) => ({
    value: `${side} ${n + 1}`,
    to: side.toLowerCase(),
    address: String(n + 1),
    atMs: firstMs + n * spacingMs + (side === 'EU' ? laterMs : 0),
  }))
}

/** The example of Dynamo’s paper: two writes at Sx, two that know nothing of each other, and a last one that has seen both. */
export function dynamoWrites({ laterMs = 10 }: ParamValues): readonly Write[] {
  const address = '1'
  return [
    { value: 'D1', to: 'sx', address, atMs: 0 },
    { value: 'D2', to: 'sx', address, atMs: 40 },
    { value: 'D3', to: 'sy', address, atMs: 200 },
    { value: 'D4', to: 'sz', address, atMs: 200 + laterMs },
    { value: 'D5', to: 'sx', address, atMs: 450 },
  ]
}

/** Customers who look at an address and then change it. What they were told is kept in their browser. */
export function customers(id: string, title: string, writes: readonly Write[]): Service {
  return {
    id,
    title,
    outside: true,
    database: { title: 'browser', tables: { writes: { key: 'value' } } },
    once: writes.map((write) => ({
      label: `write ${write.value}`,
      atMs: write.atMs,
      run: () => changeAddress(write),
    })),
  }
}

function* changeAddress({ value, to, address }: Write): Operation<void> {
  const shown = yield* call('GetAddress', { to, key: address, role: 'query' })
  if (shown.outcome !== 'answered' || shown.status !== 200)
    return yield* note(`Nobody shows address ${address}: ${value} is not even tried.`)

  const { values: saw, context = null } = shown.data as { values: string[]; context?: Json }
  yield* transaction('remember the write', (tx) => {
    tx.upsert('writes', { value, address, saw, status: 'asked', missing: 0 })
  })
  const answer = yield* call('PutAddress', { to, key: address, data: { value, saw, context } })
  const status = statusOf(answer)
  yield* transaction('remember the answer', (tx) => {
    tx.update('writes', value, { status, missing: missingOf(answer) })
  })
  return undefined
}

/** `unknown` is ignorance, never «no». */
export function statusOf(answer: Answer): 'accepted' | 'refused' | 'unknown' {
  if (answer.outcome === 'refused') return 'refused'
  if (answer.outcome === 'unknown') return 'unknown'
  if (answer.status === 201) return 'accepted'
  return answer.status === 409 || answer.status === 503 ? 'refused' : 'unknown'
}

/** How many copies a region could not reach when it refused. */
function missingOf(answer: Answer): number {
  if (answer.outcome !== 'answered' || answer.status !== 503) return 0
  return (answer.data as { readonly missing: readonly string[] }).missing.length
}
