import { timed } from '../timed'
import { checkOutcome, runWorkload } from '../workload'
import type { EngineQuestion } from './page'

export interface WorkerAnswer {
  readonly steps: number
  readonly digest: string
  /** Milliseconds a round. */
  readonly times: {
    readonly bare: readonly number[]
    /** With the trace. */
    readonly traced: readonly number[]
    /** The digest of that trace, which is made when it is asked for. */
    readonly hashing: readonly number[]
  }
}

addEventListener('message', ({ data }: MessageEvent<EngineQuestion>) => postMessage(measure(data)))

/** With and without the trace, by turns; the first round warms up and does not count. */
function measure({ rounds, workload }: EngineQuestion): WorkerAnswer {
  const times = { bare: [] as number[], traced: [] as number[], hashing: [] as number[] }
  let steps = 0
  let digest = ''
  for (let round = 0; round <= rounds; round++) {
    const bare = timed(() => runWorkload(workload, false))
    const traced = timed(() => runWorkload(workload, true))
    const hashing = timed(() => traced.value.digest)
    checkOutcome(bare.value, workload)
    steps = bare.value.steps
    digest = hashing.value
    if (round === 0) continue
    times.bare.push(bare.ms)
    times.traced.push(traced.ms)
    times.hashing.push(hashing.ms)
  }
  return { steps, digest, times }
}
