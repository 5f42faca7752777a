import type { Manifest } from 'vite'

export interface NeededFiles {
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
}

/** The files of some chunks and of all that they import statically, each once. */
export function neededFiles(manifest: Manifest, chunks: readonly string[]): NeededFiles {
  const needed = new Set(chunks)
  for (const name of needed) for (const next of manifest[name]?.imports ?? []) needed.add(next)
  const found = [...needed].flatMap((name) => manifest[name] ?? [])
  return {
    scripts: [...new Set(found.map(({ file }) => file))],
    styles: [...new Set(found.flatMap(({ css }) => css ?? []))],
  }
}

/** Chunks that the page asks for when it wants them, of those whose files it has asked for. */
export function lateChunks(manifest: Manifest, asked: readonly string[]): readonly string[] {
  return Object.entries(manifest)
    .filter(([, { isDynamicEntry, file }]) => isDynamicEntry && asked.includes(file))
    .map(([name]) => name)
}
