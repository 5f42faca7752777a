import type * as links from '../share/link'
import { soon } from '../ui/primitives/soon'

type Codec = typeof links

let loaded: Codec | null = null

const load = soon(async () => (loaded = await import('../share/link')))

/**
 * What writes and reads links. Nobody needs it before the canvas; once it is there it is given at
 * once, since a browser lets the clipboard be written only right after a press.
 */
export const codec = (): Codec | Promise<Codec> => loaded ?? load()
