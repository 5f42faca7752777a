import { offer } from '../offer'
import { runWorkload } from '../workload'
import type { Workload } from '../workload'
import { drawCustomers, serveInEngine } from './singleServer'
import { serveInSimjs } from './singleServerSimjs'
import { timed } from '../timed'
import type { WorkerAnswer } from './worker'

export interface EngineQuestion {
  readonly rounds: number
  readonly customers: number
  readonly workload: Workload
}

export interface EngineAnswer {
  /** Entries of the engine's queue in one run of the workload. */
  readonly steps: number
  readonly worker: WorkerAnswer['times']
  /** Milliseconds a round. */
  readonly queue: { readonly own: readonly number[]; readonly simjs: readonly number[] }
  readonly digests: { readonly page: string; readonly worker: string }
}

offer(async (question: EngineQuestion): Promise<EngineAnswer> => {
  const { steps, times, digest } = await askWorker(question)
  const queue = singleServer(question)
  const page = runWorkload(question.workload, true).digest
  return { steps, worker: times, queue, digests: { page, worker: digest } }
})

function askWorker(question: EngineQuestion): Promise<WorkerAnswer> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  return new Promise<WorkerAnswer>((resolve, reject) => {
    worker.addEventListener('message', (event: MessageEvent<WorkerAnswer>) => resolve(event.data))
    worker.addEventListener('error', (event) => reject(new Error(event.message)))
    worker.postMessage(question)
  }).finally(() => worker.terminate())
}

/** The same customers on both sides; the first round warms up and does not count. */
function singleServer({ rounds, customers }: EngineQuestion): EngineAnswer['queue'] {
  const visits = drawCustomers(customers)
  const queue = { own: [] as number[], simjs: [] as number[] }
  for (let round = 0; round <= rounds; round++) {
    const own = timed(() => serveInEngine(visits))
    const simjs = timed(() => serveInSimjs(visits))
    if (own.value !== simjs.value)
      throw new Error(`The last customer leaves at ${own.value}, in simjs at ${simjs.value} µs.`)
    if (round === 0) continue
    queue.own.push(own.ms)
    queue.simjs.push(simjs.ms)
  }
  return queue
}
