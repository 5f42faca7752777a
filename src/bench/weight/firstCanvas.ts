import type { Browser, Page } from '@playwright/test'

export interface FirstCanvas {
  /** Real ms from the navigation until a node of the canvas stands in the page. */
  readonly timeMs: number
  /** Paths of all files that were asked for until then. */
  readonly asked: readonly string[]
}

interface Conditions {
  /** How many times slower the processor is made. */
  readonly slowdown?: number
  /** Path of a file that never arrives. */
  readonly withheld?: string
  readonly limitMs?: number
}

/**
 * Opens a page in a browser that has never seen it.
 *
 * @returns null when no canvas stands within the limit.
 */
export async function firstCanvas(
  browser: Browser,
  address: string,
  { slowdown = 1, withheld, limitMs = 60_000 }: Conditions = {},
): Promise<FirstCanvas | null> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    if (withheld !== undefined) await page.route(`**/${withheld}`, () => {})
    await page.addInitScript(noteFirstNode)
    await page.goto(address, { waitUntil: 'commit' })
    return await noted(page, limitMs)
  } finally {
    await context.close()
  }
}

async function noted(page: Page, limitMs: number): Promise<FirstCanvas | null> {
  const waiting = page.waitForFunction(() => window.firstCanvas, null, { timeout: limitMs })
  const found = await waiting.then(
    (handle) => handle.jsonValue(),
    () => undefined,
  )
  if (found === undefined) return null
  const asked = found.urls.map((url) => new URL(url).pathname.slice(1))
  return { timeMs: found.timeMs, asked }
}

declare global {
  interface Window {
    firstCanvas?: { readonly timeMs: number; readonly urls: readonly string[] }
  }
}

/** Runs in the page before anything else. */
function noteFirstNode(): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector('.react-flow__node') === null) return
    const urls = performance.getEntriesByType('resource').map(({ name }) => name)
    window.firstCanvas = { timeMs: performance.now(), urls }
    observer.disconnect()
  })
  observer.observe(document, { childList: true, subtree: true })
}
