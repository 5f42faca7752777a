import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import type { Scenario } from '../src/document/scenario'
import { encodeLink } from '../src/share/link'
import type {} from '../src/stores/faultline'

/** Documents and the digests that Node gave; the unit test beside the lessons writes and holds them. */
const frozen = JSON.parse(
  readFileSync(new URL('../src/testing/frozenRuns.json', import.meta.url), 'utf8'),
) as readonly (Scenario & { readonly digest: string })[]

test('frozen documents have the digests here that they have in Node', async ({ page }) => {
  await page.goto('/#/transactional-outbox')
  await page.waitForFunction(() => window.faultline !== undefined)
  const links = frozen.map(({ digest: _, ...scenario }) => encodeLink(scenario, undefined, ''))
  const digests = await page.evaluate((all) => {
    return all.map((link) => {
      window.faultline?.open(link)
      return window.faultline?.state().digest
    })
  }, links)
  expect(digests).toEqual(frozen.map(({ digest }) => digest))
})
