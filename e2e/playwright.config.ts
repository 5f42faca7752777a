import { existsSync } from 'node:fs'
import { defineConfig, devices } from '@playwright/test'
import { findChromium } from './ensure-browser.mjs'

const port = process.env['FAULTLINE_PORT'] ?? '4173'
const url = `http://127.0.0.1:${port}`
const firefox = '/usr/bin/firefox-esr'
const chromiumPath = findChromium()?.path

// The browser tests run against the built site, which is what ships.
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  reporter: [['list'], ['html', { open: 'never', outputFolder: '../playwright-report' }]],
  workers: 2,
  // On CI's shared machine a test may starve: it is tried once more, and reported as flaky.
  retries: process.env['CI'] ? 1 : 0,
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  use: { baseURL: url, trace: 'retain-on-failure' },
  webServer: {
    command: `npm run build && npm run preview -- --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: '..',
    url,
    reuseExistingServer: false,
    timeout: 120_000,
  },
  projects: [
    {
      name: 'chromium',
      use: {
        ...devices['Desktop Chrome'],
        launchOptions: chromiumPath ? { executablePath: chromiumPath } : {},
      },
    },
    // A second engine where one is installed: the same seed must give the same digest there.
    ...(existsSync(firefox)
      ? [
          {
            name: 'firefox',
            testMatch: 'engines.spec.ts',
            use: {
              ...devices['Desktop Firefox'],
              channel: 'moz-firefox',
              launchOptions: { executablePath: firefox },
            },
          },
        ]
      : []),
  ],
})
