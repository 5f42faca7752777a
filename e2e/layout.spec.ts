import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import lesson from '../src/lessons/transactional-outbox/lesson'
import type {} from '../src/stores/faultline'
import { listenForComplaints } from './complaints'

const widths = [360, 390, 700, 820, 1024, 1100, 1280, 1440, 1920, 3840]
const heightOf = (width: number) => (width < 700 ? 800 : 900)

const longest = lesson.presets.toSorted((a, b) => b.title.length - a.title.length)[0]
if (longest === undefined) throw new Error('The lesson has no scenario with a title.')

/** How far the page and its parts reach past the right edge of the window, in pixels. */
async function overhang(page: Page): Promise<Readonly<Record<string, number>>> {
  return page.evaluate(() => {
    const parts = document.querySelectorAll('header, main, section, nav, footer, [role=tabpanel]')
    const seen = [...parts].filter((part) => !part.closest('.visually-hidden'))
    const past = [...seen, ...document.querySelectorAll('header :is(a, button, label)')]
      .map((part) => [part, part.getBoundingClientRect().right - innerWidth] as const)
      .filter(([, right]) => right > 0.5)
      .map(([part, right]) => [part.outerHTML.slice(0, 80), right] as const)
    const page = document.documentElement.scrollWidth - innerWidth
    return Object.fromEntries([...past, ...(page > 0 ? [['the page', page] as const] : [])])
  })
}

for (const width of widths) {
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height: heightOf(width) } })

    test('the home page stays inside the window', async ({ page }) => {
      const complaints = listenForComplaints(page)
      await page.goto('/')
      await expect(page.locator('.react-flow__node').first()).toBeVisible()
      expect(await overhang(page)).toEqual({})
      expect(complaints).toEqual([])
    })

    test('the lesson stays inside the window with its longest titles', async ({ page }) => {
      const complaints = listenForComplaints(page)
      await page.goto(`/#/${lesson.id}`)
      await expect(page.getByRole('region', { name: 'Playback' })).toBeVisible()
      await expect(page.locator('html')).toHaveAttribute('data-digest', /./)
      expect(await overhang(page)).toEqual({})

      await page.keyboard.press('Control+k')
      await page.getByRole('textbox', { name: /^Find/ }).fill(longest.title)
      await page.keyboard.press('Enter')
      if (width >= 700)
        await expect(page.getByRole('banner').getByText(longest.title)).toBeVisible()
      expect(await overhang(page)).toEqual({})

      for (const { id } of lesson.variants) {
        await page.evaluate((variant) => window.faultline?.setVariant(variant), id)
        expect(await overhang(page)).toEqual({})
      }
      expect(complaints).toEqual([])
    })
  })
}
