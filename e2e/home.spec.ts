import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import type {} from '../src/stores/faultline'
import { listenForComplaints } from './complaints'

const goOn = (page: Page) => page.getByRole('link', { name: /^Go on with your last run/ })

test('the home page goes on with the last run, and says nothing where there is none', async ({
  page,
}) => {
  const complaints = listenForComplaints(page)
  await page.goto('/')
  const lead = page.getByRole('button', { name: 'Crash the relay now' })
  await expect(lead).toBeVisible()
  const before = await lead.boundingBox()
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([])
  await expect(goOn(page)).toHaveCount(0)

  await page.goto('/#/transactional-outbox')
  await expect(page.locator('p[data-state=ready]')).toBeVisible()
  await page.evaluate(() => {
    window.faultline?.setVariant('outbox')
    window.faultline?.seek(51)
  })
  const seen = await page.evaluate(() => window.faultline?.state())
  await page.getByRole('link', { name: 'Faultline, home' }).click()

  await expect(goOn(page)).toHaveText('Go on with your last run, on disk to 51.0 ms')
  expect(await lead.boundingBox()).toEqual(before)
  await goOn(page).click()
  await expect(page.locator('html')).toHaveAttribute('data-time-ms', '51')
  expect(await page.evaluate(() => window.faultline?.state())).toEqual(seen)
  expect(complaints).toEqual([])
})
