import { canonicalJson, type Json, type Message, type Row } from '../../engine'
import { keyOf } from '../../patterns/idempotencyKey'

/** What one request asks for. */
export interface Payment {
  readonly order: string
  readonly amount: number
}

/** How long a server holds and remembers a key, in ms. */
export interface Terms {
  readonly leaseMs: number
  readonly ttlMs: number
}

/** What the table `idempotency` keeps about one key. */
export interface KeyRow extends Row {
  /** Whose key it is, and for what: two customers may have made the same one. */
  readonly scope: string
  readonly key: string
  /** Tells two requests apart that carry the same key. */
  readonly fingerprint: string
  readonly status: 'IN_PROGRESS' | 'COMPLETE'
  /** Wall clock ms. Until then it is somebody’s; also the token by which its holder knows it. */
  readonly locked_until: number
  /** How far the request has come: `started`, `charge_created`, `finished`. */
  readonly recovery_point: string
  readonly response_code: number | null
  readonly response_body: Json
  /** Wall clock ms. From then on the key counts as new. */
  readonly expires_at: number
}

export function paymentOf({ data }: Message): Payment {
  return data as unknown as Payment
}

/** The row of a request that nobody has seen before; null without a key. */
export function newRow(request: Message, now: number, { leaseMs, ttlMs }: Terms): KeyRow | null {
  const key = keyOf(request)
  if (key === null) return null
  return {
    scope: `${request.from} ${request.type}`,
    key,
    fingerprint: canonicalJson(request.data),
    status: 'IN_PROGRESS',
    locked_until: now + leaseMs,
    recovery_point: 'started',
    response_code: null,
    response_body: null,
    expires_at: now + ttlMs,
  }
}

/** Only what is complete is forgotten after its time. What is in progress is taken over, however old it is. */
export function isExpired({ status, expires_at }: KeyRow, now: number): boolean {
  return status === 'COMPLETE' && expires_at <= now
}

/** What a request is told at once, instead of being worked on. */
export interface Told {
  readonly code: number
  readonly body: Json
}

/** An attempt either works on its row, or has its answer already. */
export type Taken =
  { readonly row: KeyRow; readonly told?: never } | { readonly row?: never; readonly told: Told }

export function tell(code: number, body: Json): Taken {
  return { told: { code, body } }
}
