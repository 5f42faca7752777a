import type { Browser, Page } from '@playwright/test'

const slowdown = 4
const limitMs = 60_000

/**
 * Opens a page in a browser that has never seen it, with a processor made four times slower.
 *
 * @returns real ms from the navigation until a node of the canvas stands in the page.
 */
export async function firstCanvas(browser: Browser, address: string): Promise<number> {
  return inFreshPage(browser, async (page) => {
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    return firstNode(page, address)
  })
}

/** Makes sure that the canvas stands with these scripts alone: no other one is let through. */
export async function provesEnough(
  browser: Browser,
  address: string,
  scripts: readonly string[],
): Promise<void> {
  await inFreshPage(browser, async (page) => {
    await page.route(
      ({ pathname }) => pathname.endsWith('.js') && !scripts.includes(pathname.slice(1)),
      (route) => route.abort(),
    )
    await firstNode(page, address)
  })
}

async function inFreshPage<T>(browser: Browser, measure: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  try {
    return await measure(await context.newPage())
  } finally {
    await context.close()
  }
}

async function firstNode(page: Page, address: string): Promise<number> {
  await page.addInitScript(noteFirstNode)
  await page.goto(address, { waitUntil: 'commit', timeout: limitMs })
  const noted = await page.waitForFunction(() => window.firstNodeMs, null, { timeout: limitMs })
  return (await noted.jsonValue()) ?? Infinity
}

declare global {
  interface Window {
    /** When the first node of the canvas stood in the page, in ms since the navigation. */
    firstNodeMs?: number
  }
}

/** Runs in the page before anything else. */
function noteFirstNode(): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector('.react-flow__node') === null) return
    window.firstNodeMs = performance.now()
    observer.disconnect()
  })
  observer.observe(document, { childList: true, subtree: true })
}
