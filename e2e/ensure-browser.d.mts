/** The Chromium to test with; `path` is undefined for Playwright's own, and nothing means none. */
export function findChromium(): { path: string | undefined } | undefined
