import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { encodeLink } from '../src/share/link'
import type {} from '../src/stores/faultline'
import { listenForComplaints } from './complaints'

const lesson = 'transactional-outbox'
const html = (page: Page) => page.locator('html')
const bar = (page: Page) => page.getByRole('banner')

for (const width of [390, 1440]) {
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height: 900 } })

    test('a link says that this is the run that was sent, until it is changed', async ({
      page,
      context,
    }) => {
      const complaints = listenForComplaints(page)
      await page.goto(`/#/${lesson}`)
      await expect(html(page)).toHaveAttribute('data-digest', /./)
      const link = await page.evaluate(() => {
        window.faultline?.setVariant('outbox')
        window.faultline?.seek(40)
        return window.faultline?.link()
      })

      const receiver = await context.newPage()
      await receiver.goto(link ?? '')
      const said = receiver.getByText('This is exactly the run you were sent.')
      await expect(receiver.locator('[aria-live]').filter({ has: said })).toBeVisible()
      const mark = bar(receiver).getByRole('button', { name: 'As it was sent' })
      await expect(mark).toBeVisible()

      await expect(html(receiver)).toHaveAttribute('data-digest', /./)
      await receiver.evaluate(() => window.faultline?.setVariant('commit-then-publish'))
      await expect(mark).toHaveCount(0)
      expect(complaints).toEqual([])
    })

    test('a link from another version of the lesson says so, with ways on', async ({ page }) => {
      const complaints = listenForComplaints(page)
      const digest = '0123456789abcdef'
      await page.goto(encodeLink({ v: 1, lesson, variant: 'outbox', digest }, undefined, '/'))
      const said = page.locator('[aria-live]').getByText(/^This run is not the one you were sent/)
      await expect(said).toBeVisible()
      await page.getByRole('button', { name: 'Dismiss' }).click()
      await expect(said).toHaveCount(0)

      await bar(page).getByRole('button', { name: 'Not as it was sent' }).click()
      await page.getByRole('menuitem', { name: 'Start the lesson over' }).click()
      await expect(bar(page).getByRole('button', { name: 'Not as it was sent' })).toHaveCount(0)
      expect(await page.evaluate(() => window.faultline?.state().timeMs)).toBe(0)
      expect(complaints).toEqual([])
    })
  })
}
