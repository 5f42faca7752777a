import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import type { Scenario } from '../src/document/scenario'
import { encodeLink } from '../src/share/link'
import type {} from '../src/stores/faultline'

const lesson = 'transactional-outbox'
const dyingRelay: Omit<Scenario, 'v' | 'lesson'> = {
  variant: 'outbox',
  faults: [
    { at: { point: 'relay/after_confirm(OrderPlaced)', nth: 2 }, do: 'crash', restartAfterMs: 100 },
  ],
}
const linkAt = (cursorMs: number) =>
  `/${encodeLink({ v: 1, lesson, ...dyingRelay, cursorMs }, undefined, '')}`

const wide = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
const looks = [
  { name: 'light', viewport: wide, colorScheme: 'light', reducedMotion: 'no-preference' },
  { name: 'dark', viewport: wide, colorScheme: 'dark', reducedMotion: 'reduce' },
  { name: 'light on a phone', viewport: phone, colorScheme: 'light', reducedMotion: 'reduce' },
  { name: 'dark on a phone', viewport: phone, colorScheme: 'dark', reducedMotion: 'no-preference' },
] as const

/** Everything that axe knows of WCAG 2.2 AA and of good practice, of the page or of one part. */
async function expectNoViolations(page: Page, part?: string): Promise<void> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().iterations !== Infinity) animation.finish()
  })
  const axe = new AxeBuilder({ page }).options({
    rules: { 'target-size': { enabled: true } },
    resultTypes: ['violations'],
  })
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze()
  const found = violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
  }))
  expect(found).toEqual([])
}

/** Opens the lesson at a moment and waits until the panels that load after the canvas are there. */
async function openAt(page: Page, timeMs: number): Promise<void> {
  await page.goto(linkAt(timeMs))
  await expect(page.locator('html')).toHaveAttribute('data-digest', /./)
  for (const name of ['Checks', 'Timeline', 'Playback'])
    await expect(page.getByRole('region', { name, exact: true })).toBeVisible()
}

/** Presses a button and looks at what it opens. */
async function expectGoodMenu(page: Page, button: Locator, role: 'menu' | 'dialog') {
  await button.click()
  await expect(page.getByRole(role)).toBeVisible()
  await expectNoViolations(page, `[role=${role}], dialog[open], dialog:popover-open`)
}

const moments: readonly [name: string, timeMs: number][] = [
  ['at the start', 0],
  ['with messages in flight', 72],
  ['after the crash', 82],
  ['at the end, with a broken check', 1000],
]

/** Entries of the menu «More». */
const dialogs = [
  'Speed, parameters, seed…',
  'Link, QR code and file…',
  'Open a link or a file…',
  'Settings…',
]

const keyed: readonly [name: string, keys: string][] = [
  ['find anything', 'ControlOrMeta+k'],
  ['help', '?'],
]

for (const { name: look, ...use } of looks)
  test.describe(look, () => {
    test.use(use)
    test.slow()
    const isPhone = use.viewport === phone
    const view = (page: Page, name: string) =>
      page.getByRole(isPhone ? 'button' : 'tab', { name, exact: true })

    test('home', async ({ page }) => {
      await page.goto('/')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectNoViolations(page)
    })

    test('a bad link', async ({ page }) => {
      await page.goto(`/#/${lesson}?s=1pAAAA`)
      await expect(page.getByRole('alert')).toBeVisible()
      await expectNoViolations(page)
    })

    for (const [name, timeMs] of moments)
      test(`a lesson ${name}`, async ({ page }) => {
        await openAt(page, timeMs)
        await expectNoViolations(page)
      })

    test('the views beside the canvas', async ({ page }) => {
      await openAt(page, 82)
      for (const name of isPhone ? ['Code', 'Rows', 'Log'] : ['Rows', 'Code']) {
        await view(page, name).click()
        await expectNoViolations(page)
      }
    })

    test('the dialogs of the menu', async ({ page }) => {
      await openAt(page, 72)
      const more = page.getByLabel('More', { exact: true })
      for (const entry of dialogs) {
        await expectGoodMenu(page, more, 'menu')
        await expectGoodMenu(page, page.getByRole('menuitem', { name: entry }), 'dialog')
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
      }
    })

    for (const [name, keys] of keyed)
      test(`the dialog ${name}`, async ({ page }) => {
        await openAt(page, 72)
        await page.keyboard.press(keys)
        await expect(page.getByRole('dialog')).toBeVisible()
        await expectNoViolations(page)
      })

    test('the menus that break things', async ({ page }) => {
      await openAt(page, 72)
      await expectGoodMenu(page, page.locator('[data-process=relay]').getByRole('button'), 'menu')
      await page.keyboard.press('Escape')
      if (isPhone) await view(page, 'Code').click()
      const ring = page.getByRole('button', { name: /^Break it after/ }).first()
      await expectGoodMenu(page, ring, 'dialog')
      await page.keyboard.press('Escape')
      await expectGoodMenu(page, page.getByRole('button', { name: 'Add a fault' }), 'dialog')
    })
  })
