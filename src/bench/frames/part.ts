import type { CDPSession } from '@playwright/test'
import { atMost, figure } from '../figure'
import type { Figure } from '../figure'
import { ask, askPage } from '../openBench'
import type { Bench } from '../openBench'
import { quantile } from '../statistics'
import type { FramesAnswer, FramesQuestion } from './page'

const rounds = 3
const crowds = [0, 1_000, 5_000] as const
const longMs = 25

interface Windows {
  readonly p95: number[]
  readonly long: number[]
  readonly busy: number[]
}

/** How smoothly the product's own canvas shows a crowd of messages, beside the same canvas without one. */
export async function measureFrames(bench: Bench): Promise<readonly Figure[]> {
  const context = await (
    await bench.browser()
  ).newContext({
    viewport: { width: 1280, height: 800 },
  })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  await askPage<FramesAnswer>(page, await bench.pages(), 'frames', question(0, 500))
  const windows = new Map(
    crowds.map((count) => [count, { p95: [], long: [], busy: [] } as Windows]),
  )
  for (let round = 0; round < rounds; round++)
    for (const [count, { p95, long, busy }] of windows) {
      await ask<FramesAnswer>(page, question(count, 500))
      const startedAt = await taskSeconds(session)
      const { framesMs } = await ask<FramesAnswer>(page, question(count, 3_000))
      const endedAt = await taskSeconds(session)
      p95.push(quantile(framesMs, 0.95))
      long.push((100 * framesMs.filter((ms) => ms > longMs).length) / framesMs.length)
      busy.push((100 * (endedAt.task - startedAt.task)) / (endedAt.clock - startedAt.clock))
    }
  await context.close()
  return figuresOf(windows)
}

const question = (messages: number, lastingMs: number): FramesQuestion => ({ messages, lastingMs })

async function taskSeconds(session: CDPSession) {
  const { metrics } = await session.send('Performance.getMetrics')
  const named = new Map(metrics.map(({ name, value }) => [name, value]))
  return { task: named.get('TaskDuration') ?? 0, clock: named.get('Timestamp') ?? 0 }
}

function figuresOf(windows: ReadonlyMap<number, Windows>): readonly Figure[] {
  const [empty, thousand, five] = crowds.map((count) => windows.get(count) as Windows)
  if (!empty || !thousand || !five) throw new Error('Not every crowd was shown.')
  return [
    figure('frames.empty.p95', 'ms', empty.p95),
    figure('frames.1000.p95', 'ms', thousand.p95, {
      comparedWith: empty.p95,
      bars: [atMost(17)],
    }),
    figure('frames.1000.long', '%', thousand.long, { bars: [atMost(2)] }),
    figure('frames.1000.busy', '%', thousand.busy, { comparedWith: empty.busy }),
    figure('frames.5000.p95', 'ms', five.p95, { comparedWith: empty.p95, bars: [atMost(34)] }),
  ]
}
