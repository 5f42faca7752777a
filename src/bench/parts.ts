import { measureDisk } from './disk/part'
import { measureEngine } from './engine/part'
import { measureFrames } from './frames/part'
import { measureLinks } from './links/part'
import type { Part } from './openBench'
import { measureSeek } from './seek/part'
import { measureWeight } from './weight/part'

/** Everything that is measured, in the order in which it is. */
export const parts: Readonly<Record<string, Part>> = {
  engine: measureEngine,
  seek: measureSeek,
  disk: measureDisk,
  frames: measureFrames,
  weight: measureWeight,
  links: measureLinks,
}
