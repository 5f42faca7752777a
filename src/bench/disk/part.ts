import { atLeast, atMost, figure } from '../figure'
import type { Figure } from '../figure'
import { askPage } from '../openBench'
import type { Bench } from '../openBench'
import { quantile } from '../statistics'
import type { Workload } from '../workload'
import type { DiskAnswer, DiskQuestion } from './page'

const seconds = 5
/** An order that is one a simulated second writes about seven times in that second. */
const transactionsPerSecond = 7
/** Of one order of the workload, over all services. */
const transactionsPerOrder = 15

/** How far the databases stay behind the play head, and whether they hold what they should. */
export async function measureDisk(bench: Bench): Promise<readonly Figure[]> {
  const site = await bench.pages()
  const atSpeed = (speed: number) =>
    bench.withFreshProfile(async (context) => {
      const question: DiskQuestion = { workload: workloadAt(speed), seconds }
      return askPage<DiskAnswer>(await context.newPage(), site, 'disk', question)
    })
  const paced = await atSpeed(20)
  const grouped = await atSpeed(100)
  return [
    figure('disk.20x.lag.p99', 'ms', [quantile(paced.lagsMs, 0.99)], { bars: [atMost(75)] }),
    figure('disk.20x.transactions', 'real', [paced.real], {
      comparedWith: [paced.simulated],
      bars: [{ of: 'ratio', atLeast: 1, atMost: 1 }],
    }),
    figure('disk.20x.backlog', 'transactions', [paced.backlog], { bars: [atMost(0)] }),
    figure('disk.20x.wrong', 'rows', [paced.wrong], { bars: [atMost(0)] }),
    figure('disk.100x.rate', 'transactions/s', [grouped.simulated / seconds], {
      bars: [atLeast(690)],
    }),
    figure('disk.100x.lag.p99', 'ms', [quantile(grouped.lagsMs, 0.99)], { bars: [atMost(200)] }),
    figure('disk.100x.wrong', 'rows', [grouped.wrong], { bars: [atMost(0)] }),
  ]
}

function workloadAt(speed: number): Workload {
  const orders = Math.ceil((transactionsPerSecond * speed * seconds) / transactionsPerOrder)
  return { orders, spacingMs: 100, lossPerMille: 0, duplicatePerMille: 0, crashes: 0 }
}
