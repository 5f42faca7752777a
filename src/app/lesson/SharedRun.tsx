import { encodeLink } from '../../share/link'
import { usePlaygroundApi } from '../../stores/react'
import { sharedScenario } from '../../stores/shared'
import { closeDialog, useDialogs } from '../dialogs/dialogs'
import { downloadScenario } from '../dialogs/downloadScenario'
import { ShareDialog } from '../dialogs/ShareDialog'
import { baseAddress } from '../route'

/** The dialog with the link to the run as it is shown now. */
export function SharedRun({ onCopy }: { readonly onCopy: () => void }) {
  const playground = usePlaygroundApi()
  const byHand = useDialogs((state) => state.byHand)
  const scenario = sharedScenario(playground)
  const { lesson } = playground.getState()
  return (
    <ShareDialog
      link={encodeLink(scenario, lesson, baseAddress())}
      onSave={() => downloadScenario(scenario, lesson)}
      byHand={byHand}
      onCopy={onCopy}
      onClose={closeDialog}
    />
  )
}
