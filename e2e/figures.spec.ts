import { expect, test, type Page } from '@playwright/test'

test.use({ viewport: { width: 1500, height: 950 } })

async function open(page: Page, lesson: string): Promise<void> {
  await page.goto(`/#/${lesson}`)
  await page.waitForFunction(() => window.faultline !== undefined)
}

const seek = (page: Page, timeMs: number) =>
  page.evaluate((to) => window.faultline?.seek(to), timeMs)

test('presses of the button, also by keys, are played', async ({ page }) => {
  await open(page, 'double-click')
  const pay = page.getByRole('button', { name: 'Pay', exact: true })
  await pay.focus()
  for (let press = 0; press < 4; press++) await page.keyboard.press('Enter')
  await expect(page.getByText(/^4 presses, .* ms apart/)).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-playing', 'true')
  await page.keyboard.press('ControlOrMeta+z')
  await pay.click()
  await expect(page.getByText('1 press.')).toBeVisible()
})

test('a window shows how many are in it at once', async ({ page }) => {
  await open(page, 'double-click')
  await page.evaluate(() => window.faultline?.setVariant('check-then-act'))
  await seek(page, 30)
  await expect(page.getByText('10 open')).toBeVisible()
})

test('a stream has a state at every version', async ({ page }) => {
  await open(page, 'event-sourcing')
  await page.getByRole('tab', { name: 'Figures' }).click()
  await expect(page.getByText('This variant stores no events')).toBeVisible()
  await page.evaluate(() => window.faultline?.setVariant('event-store'))
  await seek(page, 200)
  const figures = page.getByRole('region', { name: 'Figures' })
  await expect(figures.getByText('2 of 2')).toBeVisible()
  await expect(figures.locator('dd').nth(1)).toContainText('70')
  await figures.getByRole('slider', { name: 'Version' }).press('ArrowLeft')
  await expect(figures.locator('dd').nth(1)).toContainText('100')
  await figures.getByRole('button', { name: /Deposited/ }).click()
  await expect(figures.getByRole('button', { name: /Deposited/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
})

test('a choice of the lesson is made in the lesson', async ({ page }) => {
  await open(page, 'cqrs')
  await page.evaluate(() => window.faultline?.setVariant('async'))
  const root = page.locator('html')
  const before = (await root.getAttribute('data-digest')) ?? ''
  const lesson = page.getByRole('region', { name: 'Lesson' })
  await lesson.getByRole('combobox').first().selectOption({ index: 2 })
  await expect(root).not.toHaveAttribute('data-digest', before)
})

test('a number that the text speaks of is changed in the lesson', async ({ page }) => {
  await open(page, 'double-click')
  const root = page.locator('html')
  const before = (await root.getAttribute('data-digest')) ?? ''
  const lesson = page.getByRole('region', { name: 'Lesson' })
  const spacing = lesson.getByLabel('Time between two clicks')
  await spacing.fill('60')
  await spacing.press('Enter')
  await expect(root).not.toHaveAttribute('data-digest', before)
})
