import { expect, test } from '@playwright/test'
import type {} from '../src/stores/faultline'
import { listenForComplaints } from './complaints'

test('the built site works from a folder, and asks for nothing outside it', async ({
  page,
  context,
  baseURL,
}) => {
  const complaints = listenForComplaints(page)
  const outside: string[] = []
  await context.route('**/*', async (route) => {
    const url = route.request().url()
    if (!url.startsWith(`${baseURL}/some/folder/`)) {
      outside.push(url)
      return route.abort()
    }
    return route.fulfill({
      response: await route.fetch({ url: url.replace('/some/folder/', '/') }),
    })
  })
  await page.goto('/some/folder/')
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
  await page.getByRole('link', { name: 'Transactional Outbox' }).click()
  await expect(page.getByRole('region', { name: 'Playback' })).toBeVisible()
  await page.getByRole('button', { name: 'Code, rows, log' }).click()
  await expect(page.getByRole('tab', { name: 'order.ts' })).toBeVisible()

  await expect(page.locator('html')).toHaveAttribute('data-digest', /./)
  const link = await page.evaluate(() => {
    window.faultline?.seek(40)
    return window.faultline?.link() ?? ''
  })
  expect(link).toContain(`${baseURL}/some/folder/#/transactional-outbox?s=`)
  const elsewhere = await context.newPage()
  await elsewhere.goto(link)
  await expect(elsewhere.locator('html')).toHaveAttribute('data-time-ms', '40')
  await context.unrouteAll({ behavior: 'ignoreErrors' })
  expect(outside).toEqual([])
  expect(complaints).toEqual([])
})
