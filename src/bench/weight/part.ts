import { atMost, figure, ratioAtMost } from '../figure'
import type { Figure } from '../figure'
import type { Bench } from '../openBench'
import { firstCanvas } from './firstCanvas'
import { neededForCanvas } from './needed'
import { packedBytes } from './packedBytes'

const starts = 7
const slowdown = 4
const lesson = '#/transactional-outbox'

/** How much has to be loaded before the canvas of a lesson works, and how soon it stands. */
export async function measureWeight(bench: Bench): Promise<readonly Figure[]> {
  const [app, pages, browser] = await Promise.all([bench.app(), bench.pages(), bench.browser()])
  const address = `${app.url}/${lesson}`
  const needed = await neededForCanvas(browser, address, app.folder)
  const times = { own: [] as number[], bare: [] as number[] }
  const asked: number[] = []
  for (let start = 0; start < starts; start++) {
    const bare = await firstCanvas(browser, `${pages.url}/src/bench/weight/page.html`, { slowdown })
    const own = await firstCanvas(browser, address, { slowdown })
    if (bare === null || own === null) throw new Error('A page has not drawn its canvas.')
    times.bare.push(bare.timeMs)
    times.own.push(own.timeMs)
    asked.push(await kilobytes(app.folder, scriptsIn(own.asked)))
  }
  return [
    figure('weight.js', 'kB', [await kilobytes(app.folder, needed.scripts)], {
      bars: [atMost(170)],
    }),
    figure('weight.css', 'kB', [await kilobytes(app.folder, needed.styles)], {
      bars: [atMost(12)],
    }),
    // What has been asked for when the canvas stands, needed or not.
    figure('weight.asked', 'kB', asked),
    figure('weight.start', 'ms', times.own, {
      comparedWith: times.bare,
      bars: [ratioAtMost(1.35)],
    }),
  ]
}

const scriptsIn = (files: readonly string[]) => files.filter((file) => file.endsWith('.js'))

const kilobytes = async (folder: string, files: readonly string[]) =>
  (await packedBytes(folder, files)) / 1000
