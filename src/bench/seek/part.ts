import { atMost, figure } from '../figure'
import type { Figure } from '../figure'
import { ask, askPage } from '../openBench'
import type { Bench } from '../openBench'
import { quantile } from '../statistics'
import { fullWorkload } from '../workload'
import type { RunAnswer, SeekAnswer, SeekQuestion, Stage } from './page'

/** How fast any moment of a run of 100,000 events is shown, and how much memory such a run takes. */
export async function measureSeek(bench: Bench): Promise<readonly Figure[]> {
  const page = await (await bench.browser()).newPage()
  const session = await page.context().newCDPSession(page)
  const usedBytes = async () => {
    await session.send('HeapProfiler.collectGarbage')
    return (await session.send('Runtime.getHeapUsage')).usedSize
  }
  const question = (stage: Stage) => ({ stage, workload: fullWorkload }) satisfies SeekQuestion
  await askPage<null>(page, await bench.pages(), 'seek', question('warm up'))
  const empty = await usedBytes()
  const { events } = await ask<RunAnswer>(page, question('run'))
  const withRun = await usedBytes()
  await ask<null>(page, question('film'))
  const withFilm = await usedBytes()
  const { anywhere, drag, wrong } = await ask<SeekAnswer>(page, question('seek'))
  await page.close()
  return [
    figure('seek.anywhere.p95', 'ms', [quantile(anywhere, 0.95)], { bars: [atMost(16)] }),
    figure('seek.drag.p95', 'ms', [quantile(drag, 0.95)], { bars: [atMost(1)] }),
    figure('seek.run', 'B/event', [(withRun - empty) / events], { bars: [atMost(200)] }),
    figure('seek.film', 'B/event', [(withFilm - withRun) / events]),
    figure('seek.wrong', 'moments', [wrong], { bars: [atMost(0)] }),
  ]
}
