import { atMost, figure, ratioAtMost } from '../figure'
import type { Figure } from '../figure'
import type { Bench } from '../openBench'
import { bytesOf, entryFiles } from './entryFiles'
import { firstCanvas, provesEnough } from './firstCanvas'

const starts = 7
const lesson = '#/transactional-outbox'

/** How much has to be loaded before the canvas works, and how soon it stands. */
export async function measureWeight(bench: Bench): Promise<readonly Figure[]> {
  const [app, pages, browser] = await Promise.all([bench.app(), bench.pages(), bench.browser()])
  const files = await entryFiles(app.folder)
  const own = `${app.url}/${lesson}`
  const bare = `${pages.url}/src/bench/weight/page.html`
  await provesEnough(browser, own, files.scripts)
  const times = { own: [] as number[], bare: [] as number[] }
  for (let start = 0; start < starts; start++) {
    times.bare.push(await firstCanvas(browser, bare))
    times.own.push(await firstCanvas(browser, own))
  }
  return [
    figure('weight.js', 'kB', [(await bytesOf(app.folder, files.scripts)) / 1000], {
      bars: [atMost(170)],
    }),
    figure('weight.css', 'kB', [(await bytesOf(app.folder, files.styles)) / 1000], {
      bars: [atMost(12)],
    }),
    figure('weight.start', 'ms', times.own, {
      comparedWith: times.bare,
      bars: [ratioAtMost(1.35)],
    }),
  ]
}
