import { useCallback } from 'react'
import { encodeLink } from '../../share/link'
import type { PlaygroundApi } from '../../stores/playground.types'
import { usePlaygroundApi } from '../../stores/react'
import { sharedScenario } from '../../stores/shared'
import { copyText } from '../clipboard'
import { showDialog } from '../dialogs/dialogs'
import { baseAddress } from '../route'

export const linkOf = (playground: PlaygroundApi): string =>
  encodeLink(sharedScenario(playground), playground.getState().lesson, baseAddress())

export function useShare() {
  const playground = usePlaygroundApi()
  const copy = useCallback(async () => {
    if (!(await copyText(linkOf(playground)))) return showDialog('share', true)
    const { timeUs } = playground.playback.getState().head
    const faults = playground.getState().scenario.faults?.length ?? 0
    playground.notify('info', copiedText(timeUs / 1000, faults))
  }, [playground])
  return { copy }
}

/** Says what the link holds. */
function copiedText(timeMs: number, faults: number): string {
  const broken = faults === 0 ? 'no faults' : faults === 1 ? 'one fault' : `${faults} faults`
  return `Link copied: this run with ${broken}, at ${timeMs.toFixed(1)} ms.`
}
