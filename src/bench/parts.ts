import type { Result } from '../document/scenario'
import { measureDisk } from './disk/part'
import { measureEngine } from './engine/part'
import { measureFrames } from './frames/part'
import { measureLinks } from './links/part'
import type { Part } from './openBench'
import { measureSeek } from './seek/part'
import { measureWeight } from './weight/part'

const parts: Readonly<Record<string, Part>> = {
  engine: measureEngine,
  seek: measureSeek,
  disk: measureDisk,
  frames: measureFrames,
  weight: measureWeight,
  links: measureLinks,
}

/** The parts named, in the order of the list; all of them when none is named. */
export function chosenParts(names: readonly string[]): Result<readonly Part[]> {
  const unknown = names.find((name) => !(name in parts))
  if (unknown !== undefined) {
    const known = Object.keys(parts).join(', ')
    return {
      ok: false,
      error: `There is nothing called “${unknown}” to measure; there is ${known}.`,
    }
  }
  const chosen = Object.entries(parts).filter(
    ([name]) => names.length === 0 || names.includes(name),
  )
  return { ok: true, value: chosen.map(([, part]) => part) }
}
