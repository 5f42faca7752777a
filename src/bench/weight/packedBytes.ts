import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** What files come to on the wire of a server that packs well. */
export async function packedBytes(folder: string, files: readonly string[]): Promise<number> {
  const packed = files.map(async (file) => {
    const content = await readFile(join(folder, file))
    return gzipSync(content, { level: 9 }).length
  })
  return (await Promise.all(packed)).reduce((sum, bytes) => sum + bytes, 0)
}
