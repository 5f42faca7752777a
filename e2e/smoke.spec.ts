import { expect, test } from '@playwright/test'

test('the page opens without a word on the console', async ({ page }) => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))

  await page.goto('/')
  await expect(page).toHaveTitle(/Faultline/)
  await expect(page.locator('#root')).not.toBeEmpty()
  expect(complaints).toEqual([])
})

test('the built page allows itself nothing but its own files', async ({ page }) => {
  await page.goto('/')
  const policy = page.locator('head > :first-child')
  await expect(policy).toHaveAttribute('http-equiv', 'Content-Security-Policy')
  await expect(policy).toHaveAttribute('content', /^default-src 'none'; script-src 'self';/)
})
