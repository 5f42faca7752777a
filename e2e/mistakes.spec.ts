import { expect, test } from '@playwright/test'
import type {} from '../src/stores/faultline'

test('a mistake of ours shows the link that repeats it, and the app stays usable', async ({
  page,
}) => {
  await page.goto('/#/transactional-outbox')
  const html = page.locator('html')
  await expect(html).toHaveAttribute('data-digest', /./)
  await page.evaluate(() => {
    window.faultline?.setVariant('outbox')
    window.faultline?.inject({ at: { timeMs: 45 }, do: 'crash', service: 'relay' })
  })
  const digest = await html.getAttribute('data-digest')
  const link = page.url()

  await page.evaluate(() => {
    const dialogs = HTMLDialogElement.prototype
    const sound = Object.getOwnPropertyDescriptor(dialogs, 'showModal') ?? {}
    dialogs.showModal = () => {
      Object.defineProperty(dialogs, 'showModal', sound)
      throw new Error('The dialog is stuck.')
    }
  })
  await page.keyboard.press('?')
  const trouble = page
    .getByRole('alert')
    .filter({ has: page.getByRole('heading', { name: 'This view has stopped' }) })
  await expect(trouble).toContainText('The dialog is stuck.')
  await expect(trouble.locator('code')).toHaveText(link)
  expect(link).toContain('?s=')

  await trouble.getByRole('button', { name: 'Reset this view' }).click()
  await expect(trouble).toHaveCount(0)
  await expect(html).toHaveAttribute('data-digest', digest ?? '')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible()
})
