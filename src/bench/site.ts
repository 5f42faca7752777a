import { join } from 'node:path'
import { build, preview } from 'vite'
import type { InlineConfig } from 'vite'

const cache = 'node_modules/.cache/faultline'

/** A folder that is being served. */
export interface Site {
  readonly folder: string
  readonly url: string
  close(): Promise<void>
}

const measured = ['engine', 'seek', 'disk', 'frames', 'weight', 'links']

/** Builds the pages that measure, as the product is built but apart from it. @returns their folder */
export async function buildPages(): Promise<string> {
  const input = measured.map((part) => `src/bench/${part}/page.html`)
  return buildTo(join(cache, 'bench-pages'), { rolldownOptions: { input } })
}

/** Builds the product with its manifest. @returns its folder */
export async function buildApp(): Promise<string> {
  return buildTo(join(cache, 'bench-app'), { manifest: true })
}

async function buildTo(outDir: string, options: InlineConfig['build']): Promise<string> {
  await build({
    configFile: 'vite.config.ts',
    logLevel: 'error',
    build: { ...options, outDir, emptyOutDir: true, copyPublicDir: false, sourcemap: false },
  })
  return outDir
}

/** Serves a built folder to this machine. The headers give pages a clock that counts microseconds. */
export async function serve(folder: string): Promise<Site> {
  const server = await preview({
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder },
    preview: {
      host: '127.0.0.1',
      port: 0,
      headers: {
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
      },
    },
  })
  const [url] = server.resolvedUrls?.local ?? []
  if (url === undefined) throw new Error('The server has no address.')
  return { folder, url: url.replace(/\/$/, ''), close: () => server.close() }
}
