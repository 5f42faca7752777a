import { send, simulate, sleep } from '../../engine'
import type { Message, System } from '../../engine'

/** One customer of a queue with one server, in whole virtual µs. */
export interface Visit {
  /** Since the customer before. */
  readonly afterUs: number
  readonly serviceUs: number
}

/** Poisson arrivals at 1, exponential service at 1.1, a millisecond being the unit: M/M/1. */
export function drawCustomers(count: number): readonly Visit[] {
  let state = 1
  const exponentialUs = (rate: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.max(1, Math.round((-Math.log((state + 1) / 2 ** 32) * 1000) / rate))
  }
  return Array.from({ length: count }, () => ({
    afterUs: exponentialUs(1),
    serviceUs: exponentialUs(1.1),
  }))
}

/**
 * A queue with one server, in the handler language: the door lets customers in and tells each when the
 * server will be done with it, which in order of arrival is known; each customer is a handler of its own.
 *
 * @returns virtual µs at which the last customer leaves.
 */
export function serveInEngine(visits: readonly Visit[]): number {
  const limits = { steps: 10 * visits.length + 100, timeMs: 100_000_000, queue: visits.length }
  const run = simulate(shop(visits), { seed: 1, trace: false, limits })
  if (!run.quiescent) throw new Error(run.endedWhy)
  return run.endUs
}

function shop(visits: readonly Visit[]): System {
  return {
    services: [
      { id: 'door', title: 'Door', once: [{ label: 'opens', atMs: 0, run: () => letIn(visits) }] },
      { id: 'shop', title: 'Shop', handlers: { Customer: visit } },
    ],
    timing: { hopMs: 0, handlerMs: 0 },
  }
}

function* letIn(visits: readonly Visit[]) {
  let waitingUs = 0
  for (const { afterUs, serviceUs } of visits) {
    yield* sleep('next customer', afterUs / 1000)
    waitingUs = Math.max(0, waitingUs - afterUs) + serviceUs
    yield* send('Customer', { to: 'shop', data: waitingUs })
  }
}

function* visit({ data }: Message) {
  yield* sleep('waits and is served', Number(data) / 1000)
}
