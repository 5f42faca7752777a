import { expect, test } from '@playwright/test'
import type { Browser, Locator, Page } from '@playwright/test'
import type {} from '../../src/stores/faultline'
import { listenForComplaints } from '../complaints'

/** A check of the strip, by its sentence. */
const check = (page: Page, sentence: string) =>
  page.getByRole('region', { name: 'Checks' }).getByRole('button', { name: sentence })

/** The word of a variant in the switch on top. */
const variant = (page: Page, title: string) => page.getByRole('radio', { name: title, exact: true })

const digest = (page: Page) => page.locator('html').getAttribute('data-digest')

/** A colleague, with a browser of their own, opens the link and sees the same run at the same moment. */
async function opensTheSame(browser: Browser, link: string, page: Page): Promise<void> {
  const viewport = page.viewportSize()
  const colleague = await (await browser.newContext({ viewport })).newPage()
  await colleague.goto(link)
  await expect(colleague.locator('html')).toHaveAttribute('data-digest', (await digest(page)) ?? '')
  await expect(colleague.locator('html')).toHaveAttribute(
    'data-time-ms',
    (await page.locator('html').getAttribute('data-time-ms')) ?? '',
  )
  await expect(colleague.getByRole('radio', { name: 'Outbox + inbox' })).toBeChecked()
  await expect(colleague.getByRole('region', { name: 'Faults' }).getByRole('listitem')).toHaveCount(
    2,
  )
  await colleague.context().close()
}

async function copiedLink(page: Page): Promise<string> {
  await expect(page.getByText(/link is copied|copied/i).first()).toBeVisible()
  return page.evaluate(() => navigator.clipboard.readText())
}

test.use({
  permissions: ['clipboard-read', 'clipboard-write'],
  viewport: { width: 1440, height: 900 },
})

test('with the mouse: break it, see why, fix it, share it', async ({ page, browser }) => {
  const complaints = listenForComplaints(page)
  await page.goto('/')
  await page
    .getByRole('link', { name: /Transactional Outbox/ })
    .first()
    .click()

  await page.getByRole('button', { name: /^Break it after the commit of “save order”/ }).click()
  await page.getByRole('button', { name: 'Crash, back after 100 ms' }).click()
  await page.getByRole('button', { name: 'To the end' }).click()
  await expect(check(page, 'Every order reaches the topic')).toContainText('broken')
  await expect(
    page.getByText('Order 1 is in orders_db, and the topic does not say so.').first(),
  ).toBeVisible()

  await variant(page, 'Outbox').click()
  await page.getByRole('tab', { name: 'relay.ts' }).click()
  await page
    .getByRole('button', { name: /^Break it after the sending of .*after the confirm/ })
    .click()
  await page.getByText(/^after the confirm/).click()
  await page.getByRole('button', { name: 'Crash, back after 100 ms' }).click()
  await page.getByRole('button', { name: 'To the end' }).click()
  await expect(check(page, 'Every order reaches the topic')).toContainText('holds')
  await expect(check(page, 'No order is shipped twice')).toContainText('broken')

  await variant(page, 'Outbox + inbox').click()
  await page.getByRole('button', { name: 'To the end' }).click()
  await expect(check(page, 'No order is shipped twice')).not.toContainText('broken')

  await page.getByRole('button', { name: 'Copy link' }).click()
  await opensTheSame(browser, await copiedLink(page), page)
  expect(complaints).toEqual([])
})

/** Presses a key until the element has the focus. */
async function press(page: Page, key: string, target: Locator): Promise<void> {
  const reached = target.and(page.locator(':focus'))
  for (let presses = 0; presses < 150; presses++) {
    if ((await reached.count()) > 0) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} never leads to ${String(target)}.`)
}

/** Puts a crash at a ring of the code: to the gutter, to the ring, into its menu. */
async function crashAt(page: Page, ring: RegExp, which?: RegExp): Promise<void> {
  await press(page, 'Tab', page.getByRole('button', { name: /^Break it / }).first())
  await press(page, 'ArrowDown', page.getByRole('button', { name: ring }))
  await page.keyboard.press('Enter')
  if (which !== undefined) {
    await press(page, 'Tab', page.getByRole('radio', { checked: true }).last())
    await press(page, 'ArrowDown', page.getByRole('radio', { name: which }))
  }
  await press(page, 'Tab', page.getByRole('button', { name: 'Crash, back after 100 ms' }))
  await page.keyboard.press('Enter')
}

async function toTheEnd(page: Page): Promise<void> {
  await press(page, 'Tab', page.getByRole('button', { name: 'To the end' }))
  await page.keyboard.press('Enter')
}

async function choose(page: Page, title: string): Promise<void> {
  await press(page, 'Shift+Tab', page.getByRole('radio', { checked: true }).first())
  await press(page, 'ArrowRight', variant(page, title))
}

test('with the keyboard: the same story', async ({ page, browser }) => {
  // Some hundred key presses, each looked at.
  test.setTimeout(240_000)
  const complaints = listenForComplaints(page)
  await page.goto('/')
  await press(page, 'Tab', page.getByRole('link', { name: /Transactional Outbox/ }).first())
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Transactional Outbox' })).toBeVisible()

  await crashAt(page, /^Break it after the commit of “save order”/)
  await toTheEnd(page)
  await expect(check(page, 'Every order reaches the topic')).toContainText('broken')

  await choose(page, 'Outbox')
  await press(page, 'Tab', page.getByRole('tab', { selected: true }).nth(1))
  await press(page, 'ArrowRight', page.getByRole('tab', { name: 'relay.ts' }))
  await crashAt(page, /^Break it after the sending of .*after the confirm/, /^after the confirm/)
  await toTheEnd(page)
  await expect(check(page, 'No order is shipped twice')).toContainText('broken')

  await choose(page, 'Outbox + inbox')
  await toTheEnd(page)
  await expect(check(page, 'No order is shipped twice')).not.toContainText('broken')

  await page.keyboard.press('l')
  await opensTheSame(browser, await copiedLink(page), page)
  expect(complaints).toEqual([])
})
