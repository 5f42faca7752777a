import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Manifest } from 'vite'

export interface EntryFiles {
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
}

/** What the built page loads before anything can be seen: its entry and all that it imports statically. */
export async function entryFiles(folder: string): Promise<EntryFiles> {
  const text = await readFile(join(folder, '.vite/manifest.json'), 'utf8')
  return neededFiles(JSON.parse(text) as Manifest, 'index.html')
}

/** Every file once, over any number of chunks. */
export function neededFiles(manifest: Manifest, entry: string): EntryFiles {
  const chunks = new Set([entry])
  for (const name of chunks) for (const next of manifest[name]?.imports ?? []) chunks.add(next)
  const found = [...chunks].flatMap((name) => manifest[name] ?? [])
  return {
    scripts: [...new Set(found.map(({ file }) => file))],
    styles: [...new Set(found.flatMap(({ css }) => css ?? []))],
  }
}

/** Bytes on the wire of a server that packs well. */
export async function bytesOf(folder: string, files: readonly string[]): Promise<number> {
  const packed = files.map(async (file) => {
    const content = await readFile(join(folder, file))
    return gzipSync(content, { level: 9 }).length
  })
  return (await Promise.all(packed)).reduce((sum, bytes) => sum + bytes, 0)
}
