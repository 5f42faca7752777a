import type { PlaygroundApi } from '../../stores/playground.types'
import { niceStep, type Scale } from './scale'

interface Key {
  readonly key: string
  readonly shiftKey: boolean
}

type Command = (api: PlaygroundApi) => void

/** A page is a twentieth of the run, rounded to a readable figure. */
const pageMs = ({ endUs }: Scale): number => niceStep(endUs / 20) / 1000

function page(scale: Scale, direction: 1 | -1): Command {
  return (api) => {
    api.pause()
    api.seek(api.playback.getState().head.timeUs / 1000 + direction * pageMs(scale))
  }
}

function step(shiftKey: boolean, direction: 1 | -1): Command {
  return (api) => (shiftKey ? api.jump('commit', direction) : api.step(direction))
}

/** What a key does while the play head has the focus. */
export function headKey({ key, shiftKey }: Key, scale: Scale): Command | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return step(shiftKey, 1)
    case 'ArrowLeft':
    case 'ArrowDown':
      return step(shiftKey, -1)
    case 'PageUp':
      return page(scale, 1)
    case 'PageDown':
      return page(scale, -1)
    case 'Home':
      return (api) => api.seek(0)
    case 'End':
      return (api) => api.seek(scale.endUs / 1000)
    default:
      return null
  }
}
