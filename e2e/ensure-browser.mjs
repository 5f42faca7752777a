// Finds a Chromium for the browser tests, or installs one. Run by `npm run e2e` before Playwright.
import { spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The browser named in the environment; naming one that is not there is a mistake to hear about. */
function fromEnvironment() {
  const path = process.env.FAULTLINE_CHROMIUM
  if (path && !existsSync(path))
    throw new Error(`FAULTLINE_CHROMIUM names ${path}, and there is no such file.`)
  return path
}

/**
 * The Chromium to test with: the one named by FAULTLINE_CHROMIUM, else Playwright's own, else the
 * system's. `path` is undefined for Playwright's own, which it finds by itself.
 *
 * @returns {{ path: string | undefined } | undefined} undefined when there is none
 */
export function findChromium() {
  const named = fromEnvironment()
  if (named) return { path: named }
  if (existsSync(chromium.executablePath())) return { path: undefined }
  const path = systemBrowsers.find((candidate) => existsSync(candidate))
  return path ? { path } : undefined
}

function run(command, args) {
  console.error(`> ${command} ${args.join(' ')}`)
  return spawnSync(command, args, { stdio: ['ignore', 2, 2] }).status === 0
}

/** Playwright's download first: it needs no rights. The package manager only where we may use it. */
function install() {
  const playwright = fileURLToPath(import.meta.resolve('@playwright/test/cli'))
  if (run(process.execPath, [playwright, 'install', 'chromium']) && findChromium()) return true
  const mayUseApt = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!mayUseApt) return false
  return (
    run('apt-get', ['update']) &&
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])
  )
}

function ensure() {
  if (findChromium()) return
  console.error('No Chromium found; installing one for the browser tests.')
  if (install() && findChromium()) return
  console.error(
    'The browser tests need a Chromium, and installing one did not work. Either run\n' +
      '  npx playwright install chromium\n' +
      'or install Chromium or Chrome yourself and name it:\n' +
      '  FAULTLINE_CHROMIUM=/path/to/chrome npm test',
  )
  process.exitCode = 1
}

const calledDirectly =
  process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)
if (calledDirectly) {
  try {
    ensure()
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
