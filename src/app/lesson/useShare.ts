import { useCallback } from 'react'
import { usePlaygroundApi } from '../../stores/react'
import { sharedScenario } from '../../stores/shared'
import { copyText } from '../clipboard'
import { codec } from '../codec'
import { showDialog } from '../dialogs/dialogs'
import { baseAddress } from '../route'

export function useShare() {
  const playground = usePlaygroundApi()
  const copy = useCallback(async () => {
    const links = codec()
    const { encodeLink } = links instanceof Promise ? await links : links
    const link = encodeLink(sharedScenario(playground), playground.getState().lesson, baseAddress())
    if (!(await copyText(link))) return showDialog('share', true)
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
