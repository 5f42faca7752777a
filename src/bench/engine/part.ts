import { atLeast, figure, ratioAtLeast } from '../figure'
import type { Figure } from '../figure'
import { askPage } from '../openBench'
import type { Bench } from '../openBench'
import { fullWorkload, runWorkload } from '../workload'
import type { EngineAnswer, EngineQuestion } from './page'

const question: EngineQuestion = { rounds: 9, customers: 100_000, workload: fullWorkload }

/**
 * How fast a run is made: with and without its trace, and beside another simulation library. A step is
 * an event of the engine's queue; the trace of this workload has three events a step.
 */
export async function measureEngine(bench: Bench): Promise<readonly Figure[]> {
  const page = await (await bench.browser()).newPage()
  const answer = await askPage<EngineAnswer>(page, await bench.pages(), 'engine', question)
  await page.close()
  const here = runWorkload(fullWorkload, true).digest
  const digests = new Set([here, answer.digests.page, answer.digests.worker])
  const { bare, traced, hashing } = answer.worker
  const perSecond = (times: readonly number[]) => times.map((time) => (answer.steps * 1000) / time)
  const customers = (times: readonly number[]) =>
    times.map((time) => (question.customers * 1000) / time)
  return [
    figure('engine.speed', 'steps/s', perSecond(bare), { bars: [atLeast(700_000)] }),
    figure('engine.traced', 'steps/s', perSecond(traced), {
      comparedWith: perSecond(bare),
      bars: [ratioAtLeast(0.7)],
    }),
    figure('engine.digest', 'ms', hashing, { comparedWith: bare }),
    figure('engine.customers', 'customers/s', customers(answer.queue.own), {
      comparedWith: customers(answer.queue.simjs),
      bars: [ratioAtLeast(2.5)],
    }),
    figure('engine.digests', 'different', [digests.size], { bars: [{ of: 'value', atMost: 1 }] }),
  ]
}
