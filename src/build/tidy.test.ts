import { readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { colour } from './colour'
import { blank } from './steps'

const root = fileURLToPath(new URL('../..', import.meta.url))
const textual = /^\.(?:ts|tsx|mjs|mts|css|html|json|md|svg|txt)$/

/** What a tool or a first look needs at the root; everything else has its place below. */
const rootEntries = [
  'LICENSE',
  'README.md',
  'e2e',
  'index.html',
  'package-lock.json',
  'package.json',
  'public',
  'src',
  'vite.config.ts',
]
const produced = ['node_modules', 'dist', 'test-results', 'playwright-report', 'coverage']

interface TextFile {
  readonly path: string
  readonly text: string
}

function* textFiles(folder: string): Generator<TextFile> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* textFiles(path)
    else if (textual.test(extname(entry.name)))
      yield { path, text: readFileSync(join(root, path), 'utf8') }
  }
}

const own = basename(import.meta.filename)
const files = ['src', 'e2e', 'public']
  .flatMap((folder) => [...textFiles(folder)])
  .filter(({ path }) => basename(path) !== own)

/** Where a pattern is found, as `path:line text`. */
function places(pattern: RegExp, among: readonly TextFile[] = files): string[] {
  return among.flatMap(({ path, text }) =>
    text
      .split('\n')
      .map((line, index) => ({ line, at: `${path}:${index + 1} ${line.trim()}` }))
      .filter(({ line }) => pattern.test(line))
      .map(({ at }) => at),
  )
}

describe('the tree', () => {
  it('has nothing at its root that could live elsewhere', () => {
    const found = readdirSync(root).filter((name) => !name.startsWith('.'))
    expect(found.filter((name) => ![...rootEntries, ...produced].includes(name))).toEqual([])
  })

  it('has no work left lying about', () => {
    expect(places(/\b(?:TODO|FIXME|XXX|HACK)\b/)).toEqual([])
  })

  it('runs every test', () => {
    expect(places(/\b(?:it|test|describe)\.only\(/)).toEqual([])
  })

  it("names nobody's machine", () => {
    expect(places(/(?<![\w.])\/(?:home|Users|root|work)\/|\b[A-Z]:\\\\?Users/)).toEqual([])
  })

  it('takes packages from wherever the reader takes them', () => {
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toContain('"resolved"')
  })

  // Lint has no rule for the operator, and it is Math.pow under another name.
  it('raises nothing to a power where every browser must agree', async () => {
    const pure = /^src\/(?:engine|patterns|document|lessons|playback|explorer|share)\/.*\.tsx?$/
    const suspects = files.filter(
      ({ path, text }) =>
        pure.test(path) && /[^/]\*\*[^/]/.test(text) && !/\.test\.tsx?$/.test(path),
    )
    const code = suspects.map(async ({ path, text }) => ({
      path,
      text: blank(await colour(text, 'typescript')),
    }))
    expect(places(/\*\*/, await Promise.all(code)), 'multiply, shift or use a table').toEqual([])
  })
})
