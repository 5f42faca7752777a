import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import type { Scenario } from '../src/document/scenario'
import { encodeLink } from '../src/share/link'
import type {} from '../src/stores/faultline'

type Frozen = Scenario & { readonly digest: string }

/** Documents and the digests that Node gave; the unit test beside the lessons writes and holds them. */
const frozen = JSON.parse(
  readFileSync(new URL('../src/testing/frozenRuns.json', import.meta.url), 'utf8'),
) as readonly Frozen[]

for (const lesson of new Set(frozen.map((scenario) => scenario.lesson)))
  test(`${lesson}: frozen documents have the digests here that they have in Node`, async ({
    page,
  }) => {
    test.setTimeout(120_000)
    const documents = frozen.filter((scenario) => scenario.lesson === lesson)
    await page.goto(`/#/${lesson}`)
    await page.waitForFunction(() => window.faultline !== undefined)
    const links = documents.map(({ digest: _, ...scenario }) => encodeLink(scenario, undefined, ''))
    const digests = await page.evaluate((all) => {
      return all.map((link) => {
        window.faultline?.open(link)
        return window.faultline?.state().digest
      })
    }, links)
    expect(digests).toEqual(documents.map(({ digest }) => digest))
  })
