import { toMs } from '../engine'
import type { PlaygroundApi } from './playground.types'

/**
 * Keeps `data-time-ms`, `data-digest` and `data-playing` of the root element true, for scripts and tests
 * that wait for a moment instead of sleeping.
 *
 * @returns a function that ends it and takes them away.
 */
export function keepRootData(
  playground: PlaygroundApi,
  root: { readonly dataset: DOMStringMap } = document.documentElement,
): () => void {
  const write = () => {
    const { head, playing } = playground.playback.getState()
    root.dataset['timeMs'] = String(toMs(head.timeUs))
    root.dataset['digest'] = playground.getState().run.digest
    root.dataset['playing'] = String(playing)
  }
  write()
  const stops = [playground.subscribe(write), playground.playback.subscribe(write)]
  return () => {
    stops.forEach((stop) => stop())
    for (const name of ['timeMs', 'digest', 'playing']) delete root.dataset[name]
  }
}
