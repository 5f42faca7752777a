import type { Answer, Message, Outgoing } from '../engine'

/** The header of a request that names what its sender wants: the same for every attempt at it. */
const header = 'Idempotency-Key'

/** What a request with this key says of itself. The key is also its identity on the wire. */
export function withKey(key: string): Pick<Outgoing, 'id' | 'headers'> {
  return { id: key, headers: { [header]: key } }
}

/** The key that a request carries, or null. */
export function keyOf({ headers }: Message): string | null {
  const key = headers[header]
  return typeof key === 'string' && key !== '' ? key : null
}

type Answered = Extract<Answer, { readonly outcome: 'answered' }>

/** 409 means «ask later», and after a 5xx nobody knows what was done. Everything else is the last word. */
export function isFinal(answer: Answer): answer is Answered {
  return answer.outcome === 'answered' && answer.status !== 409 && answer.status < 500
}
