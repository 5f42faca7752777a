// Bundles a TypeScript entry of this project for Node and runs it. Node 20 cannot run TypeScript,
// and lessons are found by glob, which only the bundler knows.
import { spawn } from 'node:child_process'
import { readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const cache = join(root, 'node_modules/.cache/faultline')

/** Newest change below a folder, in milliseconds; folders count, so that a removal is seen. */
async function newest(folder) {
  const entries = await readdir(folder, { withFileTypes: true })
  const times = entries
    .filter(({ name }) => !/\.test\.tsx?$/.test(name))
    .map((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? newest(path) : changed(path)
    })
  return Math.max(await changed(folder), ...(await Promise.all(times)))
}

const changed = async (path) => (await stat(path)).mtimeMs

async function isFresh(bundle) {
  const built = await changed(bundle).catch(() => 0)
  if (built === 0) return false
  const inputs = ['vite.config.ts', 'package-lock.json'].map((name) => changed(join(root, name)))
  return built > Math.max(await newest(join(root, 'src')), ...(await Promise.all(inputs)))
}

/** Builds beside the bundle and moves it in, so that a run at the same time never sees half of it. */
async function bundleTo(bundle, entry) {
  const startedAt = new Date()
  const outDir = `${bundle}.${process.pid}`
  try {
    await build(entry, outDir)
    await utimes(join(outDir, 'main.mjs'), startedAt, startedAt)
    await rename(join(outDir, 'main.mjs'), bundle)
  } finally {
    await rm(outDir, { recursive: true, force: true })
  }
}

async function build(entry, outDir) {
  const vite = await import('vite')
  await vite.build({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: true,
      copyPublicDir: false,
      sourcemap: 'inline',
      rolldownOptions: { output: { entryFileNames: 'main.mjs', codeSplitting: false } },
    },
  })
}

/**
 * Runs an entry with arguments and takes over its exit code. Standard output is the entry's alone.
 *
 * @param {string} entry path below the project's root
 * @param {{ nodeFlags?: string[] }} [options]
 */
export async function runOnNode(entry, { nodeFlags = [] } = {}) {
  const bundle = join(cache, `${entry.replaceAll('/', '-').replace(/\.ts$/, '')}.mjs`)
  if (!(await isFresh(bundle))) await bundleTo(bundle, entry)
  const flags = ['--enable-source-maps', ...nodeFlags]
  const child = spawn(process.execPath, [...flags, bundle, ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  child.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
}
