import { expect, test } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import type {} from '../src/stores/faultline'
import { rowsOnDisk, tamper } from './indexedDb'
import type { StoredRow } from './indexedDb'

// Wide enough for the rows to stand beside the picture.
test.use({ viewport: { width: 1500, height: 900 } })

const lesson = '/#/transactional-outbox'
const goesOn = /^This run goes on from [\d.]+ ms, where its disk stands\.$/

const diskLine = (page: Page): Locator => page.locator('p[data-state]')
const timeMs = async (page: Page): Promise<number> =>
  Number(await page.locator('html').getAttribute('data-time-ms'))
const digest = (page: Page) => page.locator('html').getAttribute('data-digest')

async function openLesson(page: Page): Promise<void> {
  await page.goto(lesson)
  await expect(diskLine(page)).toHaveAttribute('data-state', 'ready')
}

/** Goes there, and waits until the disk has all that the head has passed. */
async function seek(page: Page, moment: number): Promise<void> {
  await page.evaluate((ms) => window.faultline?.seek(ms), moment)
  await expect(diskLine(page)).toHaveText(/disk (\d+) of \1 commits/)
  await expect(diskLine(page)).toHaveAttribute('data-state', 'ready')
}

/** A table as the page shows it: column → text, for every row. */
async function rowsOnPage(page: Page, table: string) {
  await page.getByRole('tab', { name: 'Rows' }).click()
  const shown = page
    .getByRole('table')
    .filter({ has: page.locator('caption', { hasText: table }) })
    .filter({ has: page.locator('tbody') })
    .first()
  await expect(shown).toBeVisible()
  const columns = await shown.locator('thead th').allTextContents()
  const rows = await shown.locator('tbody tr').all()
  return Promise.all(
    rows.map(async (row) => {
      const cells = await row.locator('th, td').allTextContents()
      return Object.fromEntries(
        columns.map((column, place) => [column, cells[place]?.replace(', changed last', '')]),
      )
    }),
  )
}

const asText = (row: StoredRow) =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [column, String(value)]))

test('the databases hold the rows that the page shows, wherever the head goes', async ({
  page,
}) => {
  await openLesson(page)
  for (const moment of [45, 70, 20, 55]) {
    await seek(page, moment)
    const stored = await rowsOnDisk(page, 'order', 'orders')
    expect(stored.length).toBeGreaterThan(0)
    expect(await rowsOnPage(page, 'orders')).toEqual(stored.map(asText))
  }
})

test('a run goes on after a reload', async ({ page }) => {
  await openLesson(page)
  await seek(page, 45)
  const before = {
    digest: await digest(page),
    rows: await rowsOnDisk(page, 'order', 'orders'),
    shipped: await rowsOnDisk(page, 'shipping', 'shipments'),
  }
  const left = await timeMs(page)

  await page.reload()
  await expect(page.getByText(goesOn)).toBeVisible()
  await expect(diskLine(page)).toHaveAttribute('data-state', 'ready')
  expect(await timeMs(page)).toBeGreaterThan(left - 10)
  expect(await timeMs(page)).toBeLessThanOrEqual(left)
  expect({
    digest: await digest(page),
    rows: await rowsOnDisk(page, 'order', 'orders'),
    shipped: await rowsOnDisk(page, 'shipping', 'shipments'),
  }).toEqual(before)
})

test('a run goes on in a new tab when its tab was killed while playing', async ({ context }) => {
  const killed = await context.newPage()
  await openLesson(killed)
  await killed.evaluate(() => window.faultline?.play())
  await expect.poll(() => timeMs(killed)).toBeGreaterThan(15)
  await killed.close()

  const page = await context.newPage()
  await page.goto(lesson)
  await expect(page.getByText(goesOn)).toBeVisible()
  await expect(diskLine(page)).toHaveAttribute('data-state', 'ready')
  expect(await timeMs(page)).toBeGreaterThan(10)
  const stored = await rowsOnDisk(page, 'order', 'orders')
  expect(stored.length).toBeGreaterThan(0)
  expect(await rowsOnPage(page, 'orders')).toEqual(stored.map(asText))
})

test('somebody is asked when a row on disk is not the row of the run', async ({ page }) => {
  await openLesson(page)
  await seek(page, 45)
  const [first] = await rowsOnDisk(page, 'order', 'orders')
  await tamper(page, 'order', 'orders', { ...first, status: 'lost' })

  await page.reload()
  await expect(page.getByText(/on disk status is "lost", in the run "placed"/)).toBeVisible()
  await page.getByRole('button', { name: 'Rewrite the disk from the run' }).click()
  await expect(diskLine(page)).toHaveAttribute('data-state', 'ready')
  await seek(page, 45)
  expect(await rowsOnDisk(page, 'order', 'orders')).toContainEqual(first)
})

test('two tabs never write one run', async ({ context }) => {
  const first = await context.newPage()
  await openLesson(first)
  await seek(first, 45)
  const second = await context.newPage()
  await openLesson(second)
  await expect(second.getByText(/Another tab writes this run/)).toBeVisible()
  const databases = await second.evaluate(() => indexedDB.databases())
  expect(databases.filter(({ name }) => name?.endsWith('/order'))).toHaveLength(2)
  expect(await timeMs(first)).toBe(45)
})

test('without storage all else works, and a quiet line says that nothing is kept', async ({
  page,
}) => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      },
    })
  })
  await page.goto(lesson)
  await expect(diskLine(page)).toHaveText(/^Nothing is kept/)
  await page.evaluate(() => {
    window.faultline?.seek(60)
    window.faultline?.play()
  })
  await expect(page.locator('html')).toHaveAttribute('data-playing', 'false')
  const state = await page.evaluate(() => window.faultline?.state())
  expect(state?.timeMs).toBe(state?.endMs)
  expect(complaints).toEqual([])
})
