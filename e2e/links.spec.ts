import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { Scenario } from '../src/document/scenario'
import { encodeLink } from '../src/share/link'
import type {} from '../src/stores/faultline'
import { listenForComplaints } from './complaints'

const lesson = 'transactional-outbox'
const fixtures = new URL('../src/share/fixtures/links.json', import.meta.url)
const samples = JSON.parse(readFileSync(fixtures, 'utf8')) as {
  readonly name: string
  readonly link: string
  readonly scenario: Scenario
}[]
const dyingRelay = samples.find(({ name }) => name === 'the dying relay')
if (dyingRelay === undefined) throw new Error('The sample link has gone.')
const good = dyingRelay.link.slice(dyingRelay.link.indexOf('#'))
const linkOf = (scenario: Omit<Scenario, 'v' | 'lesson'>) =>
  encodeLink({ v: 1, lesson, ...scenario }, undefined, '')

const digest = (page: Page) => page.locator('html').getAttribute('data-digest')

const bad: readonly [name: string, hash: string, sentence: RegExp][] = [
  ['cut', good.slice(0, -3), /^This link is damaged: .* Copy it again/],
  ['mistyped', good.replace(/.$/, '~'), /^This link is damaged: /],
  ['foreign', `#/${lesson}?s=eyJ2IjoxfQ`, /^This link is damaged: /],
  ['empty', `#/${lesson}?s=`, /^This link is damaged: /],
  ['about something else', `#/${lesson}?x=1`, /^This is not a link to a Faultline scenario: /],
  [
    'moved here from another lesson',
    samples[4]?.link.replace(/^.*\?/, `#/${lesson}?`) ?? '',
    /^This link is damaged: /,
  ],
  ['too new', good.replace('?s=1', '?s=2'), /^This link was made by a newer Faultline: reload/],
  ['too large', `#/${lesson}?s=1p${'A'.repeat(300_000)}`, /^This link is too large .* as a file/],
  [
    'about a variant that is gone',
    linkOf({ variant: 'outbx' }),
    /has no variant “outbx”; did you mean “outbox”\?$/,
  ],
  [
    'out of range',
    linkOf({ params: { orders: 99 } }),
    /^“orders” must be a whole number from 1 to \d+ orders, not 99\.$/,
  ],
]

for (const [name, hash, sentence] of bad)
  test(`a link that is ${name} gets its sentence and a way on`, async ({ page }) => {
    const complaints = listenForComplaints(page)
    await page.goto(`/${hash}`)
    const heading = page.getByRole('heading', { name: 'This link cannot be opened' })
    const trouble = page.getByRole('alert').filter({ has: heading })
    await expect(trouble.getByRole('paragraph')).toHaveText(sentence)

    await trouble.getByRole('link', { name: /from the start$/ }).click()
    await expect(page.locator('html')).toHaveAttribute('data-digest', /^[0-9a-f]{16}$/)
    await expect(trouble).toHaveCount(0)
    expect(complaints).toEqual([])
  })

test('a lesson that nobody has gets its sentence and a way on', async ({ page }) => {
  const complaints = listenForComplaints(page)
  await page.goto('/#/transactional-inbox?s=1pAAAA')
  const heading = page.getByRole('heading', { name: 'There is no such lesson' })
  const trouble = page.getByRole('alert').filter({ has: heading })
  await expect(trouble).toContainText('transactional-inbox')
  await trouble.getByRole('link', { name: 'All lessons' }).click()
  await expect(trouble).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(complaints).toEqual([])
})

test('a link given away long ago brings the same run to everybody', async ({ page, browser }) => {
  const complaints = listenForComplaints(page)
  await page.goto(`/${good}`)
  const html = page.locator('html')
  await expect(html).toHaveAttribute('data-time-ms', '74.125')
  const seen = await digest(page)
  expect(seen).toMatch(/^[0-9a-f]{16}$/)
  const copied = await page.evaluate(() => window.faultline?.link())
  expect(copied).toContain(`#/${lesson}?s=1`)

  const colleague = await browser.newContext()
  const elsewhere = await colleague.newPage()
  await elsewhere.goto(copied ?? '')
  await expect(elsewhere.locator('html')).toHaveAttribute('data-digest', seen ?? '')
  await expect(elsewhere.locator('html')).toHaveAttribute('data-time-ms', '74.125')
  expect(await elsewhere.evaluate(() => window.faultline?.state().variant)).toBe('outbox')
  await colleague.close()
  expect(complaints).toEqual([])
})
