import { atMost, figure } from '../figure'
import type { Figure } from '../figure'
import { askPage } from '../openBench'
import type { Bench } from '../openBench'
import { quantile } from '../statistics'
import type { LinksAnswer } from './page'

/** How short links are, and how soon they are there. */
export async function measureLinks(bench: Bench): Promise<readonly Figure[]> {
  const page = await (await bench.browser()).newPage()
  const { lengths, versions, large, timesMs, wrong } = await askPage<LinksAnswer>(
    page,
    await bench.pages(),
    'links',
  )
  await page.close()
  return [
    figure('links.preset.longest', 'characters', [Math.max(...lengths)], { bars: [atMost(150)] }),
    figure('links.preset.qr', 'version', [Math.max(...versions)], { bars: [atMost(10)] }),
    figure('links.large', 'characters', [large.own], {
      comparedWith: [large.deflated],
      bars: [atMost(600)],
    }),
    figure('links.time.p50', 'ms', [quantile(timesMs, 0.5)], { bars: [atMost(2)] }),
    figure('links.wrong', 'links', [wrong], { bars: [atMost(0)] }),
  ]
}
