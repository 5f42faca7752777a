import { atLeast, atMost, figure } from '../figure'
import type { Figure } from '../figure'
import { askPage } from '../openBench'
import type { Bench } from '../openBench'
import { quantile } from '../statistics'
import type { Workload } from '../workload'
import type { DiskAnswer, DiskQuestion } from './page'

const rounds = 3
const seconds = 3
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
  const paced: DiskAnswer[] = []
  for (let round = 0; round < rounds; round++) paced.push(await atSpeed(20))
  const grouped = await atSpeed(100)
  const lagOf = ({ lagsMs }: DiskAnswer) => quantile(lagsMs, 0.99)
  return [
    figure('disk.20x.lag.p99', 'ms', paced.map(lagOf), { bars: [atMost(75)] }),
    figure(
      'disk.20x.transactions',
      'real',
      paced.map(({ real }) => real),
      {
        comparedWith: paced.map(({ simulated }) => simulated),
        bars: [{ of: 'ratio', atLeast: 1, atMost: 1 }],
      },
    ),
    figure(
      'disk.20x.backlog',
      'transactions',
      paced.map(({ backlog }) => backlog),
      {
        bars: [atMost(0)],
      },
    ),
    figure('disk.100x.rate', 'transactions/s', [grouped.simulated / seconds], {
      bars: [atLeast(690)],
    }),
    figure('disk.100x.lag.p99', 'ms', [lagOf(grouped)], { bars: [atMost(200)] }),
    figure('disk.wrong', 'rows', [sum([...paced, grouped].map(({ wrong }) => wrong))], {
      bars: [atMost(0)],
    }),
  ]
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)

function workloadAt(speed: number): Workload {
  const orders = Math.ceil((transactionsPerSecond * speed * seconds) / transactionsPerOrder)
  return { orders, spacingMs: 100, lossPerMille: 0, duplicatePerMille: 0, crashes: 0 }
}
