/** How a phone behaves. */
export interface Phone {
  /** Patience of the first attempt, in ms; it grows with each. */
  readonly timeoutMs: number
  /** How long it has no network after its first timeout, in ms. */
  readonly offlineMs: number
  /** Servers behind one address; attempts go to them in turn. */
  readonly instances: number
}

/** What the customer wants: a form, filled in once. */
export interface Intent {
  readonly form: number
  readonly order: string
  readonly amount: number
}

/** How often a phone asks before it gives up. */
export const attempts = 16

/** Waits twice as long each time, and never longer than 400 ms. */
export function backoffMs(attempt: number): number {
  return Math.min(50 << attempt, 400)
}

export function serverOf(attempt: number, { instances }: Phone): string {
  return attempt % instances === 0 ? 'api' : 'api-2'
}
