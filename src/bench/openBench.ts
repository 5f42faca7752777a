import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { Figure } from './figure'
import { buildApp, buildPages, serve } from './site'
import type { Site } from './site'

export type Part = (bench: Bench) => Promise<readonly Figure[]>

/** What the parts measure with. Everything is made when it is first asked for. */
export interface Bench {
  /** One browser for pages that share nothing. */
  browser(): Promise<Browser>
  /** The pages of this folder, built as the product is. */
  pages(): Promise<Site>
  /** The product itself. */
  app(): Promise<Site>
  /** A browser of its own with an empty profile on disk. */
  withFreshProfile<T>(measure: (context: BrowserContext) => Promise<T>): Promise<T>
  close(): Promise<void>
}

const executablePath = process.env['FAULTLINE_CHROMIUM']
const launchOptions = {
  ...(executablePath ? { executablePath } : {}),
  // What a page is drawn with differs from machine to machine; the processor is what they share.
  args: ['--disable-gpu', '--enable-precise-memory-info'],
}

export async function openBench(): Promise<Bench> {
  const closing: (() => Promise<unknown>)[] = []
  const once = <T>(open: () => Promise<T>, close: (opened: T) => Promise<unknown>) => {
    let opened: Promise<T> | null = null
    return () =>
      (opened ??= open().then((value) => {
        closing.push(() => close(value))
        return value
      }))
  }
  return {
    browser: once(
      () => chromium.launch(launchOptions),
      (browser) => browser.close(),
    ),
    pages: once(
      async () => serve(await buildPages()),
      (site) => site.close(),
    ),
    app: once(
      async () => serve(await buildApp()),
      (site) => site.close(),
    ),
    withFreshProfile,
    close: async () => {
      await Promise.all(closing.map((close) => close()))
    },
  }
}

async function withFreshProfile<T>(measure: (context: BrowserContext) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'faultline-bench-'))
  const context = await chromium.launchPersistentContext(folder, launchOptions)
  try {
    return await measure(context)
  } finally {
    await context.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Opens the page of a part and asks it to measure. */
export async function askPage<Answer>(
  page: Page,
  site: Site,
  part: string,
  question: unknown = null,
): Promise<Answer> {
  await page.goto(`${site.url}/src/bench/${part}/page.html`)
  return ask(page, question)
}

/** Asks the page that is open. */
export async function ask<Answer>(page: Page, question: unknown): Promise<Answer> {
  await page.waitForFunction(() => window.bench !== undefined)
  return (await page.evaluate((asked) => window.bench?.(asked), question)) as Answer
}
