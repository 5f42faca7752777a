import { readdirSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { effective, presetScenario } from '../src/document/effective'
import { simulate } from '../src/engine'
import type { Lesson, Preset } from '../src/lessons/definition'
import type {} from '../src/stores/faultline'
import { listenForComplaints } from './complaints'

const folder = new URL('../src/lessons/', import.meta.url)

const lessons = await Promise.all(
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(async ({ name }): Promise<Lesson> => {
      const module = (await import(`../src/lessons/${name}/lesson.ts`)) as { default: Lesson }
      return module.default
    }),
)

/** The first scenario whose own variant breaks a check, and the sentence of that check. */
function breaking(lesson: Lesson): { readonly preset: Preset; readonly text: string } {
  for (const preset of lesson.presets) {
    const { variant, params, seed, faults } = effective(presetScenario(lesson, preset), lesson)
    const { checks } = simulate(variant.system(params), { seed, faults })
    const broken = checks.find(({ holds }) => !holds)
    if (broken) return { preset, text: broken.text }
  }
  throw new Error(`Nothing breaks in ${lesson.id}.`)
}

const check = (page: Page, sentence: string) =>
  page.getByRole('region', { name: 'Checks' }).getByRole('button', { name: sentence })

const toTheEnd = (page: Page) => page.getByRole('button', { name: 'To the end' }).click()

test.use({ viewport: { width: 1440, height: 900 } })

for (const lesson of lessons)
  test(`${lesson.id}: open it, play it, break it, fix it`, async ({ page }) => {
    const complaints = listenForComplaints(page)
    const { preset, text } = breaking(lesson)
    const titleOf = (id: string) => lesson.variants.find((one) => one.id === id)?.title ?? id
    await page.goto('/')
    await page.getByRole('link', { name: lesson.title }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: lesson.title })).toBeVisible()

    await page.getByRole('button', { name: 'Play', exact: true }).click()
    await expect(page.locator('html')).toHaveAttribute('data-playing', 'true')
    await expect(page.locator('html')).not.toHaveAttribute('data-time-ms', '0')
    await toTheEnd(page)

    await page.getByRole('button', { name: /^Scenario/ }).click()
    await page.getByRole('menuitemradio', { name: preset.title }).click()
    await toTheEnd(page)
    await expect(check(page, text)).toContainText('broken')
    const digest = await page.locator('html').getAttribute('data-digest')

    await page.getByRole('radio', { name: titleOf(preset.against), exact: true }).click()
    await expect(page.locator('html')).not.toHaveAttribute('data-digest', digest ?? '')
    await toTheEnd(page)
    await expect(page.getByRole('region', { name: 'Checks' })).not.toContainText('broken')
    expect(complaints).toEqual([])
  })
