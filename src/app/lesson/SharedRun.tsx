import { encodeLink } from '../../share/link'
import { usePlaygroundApi } from '../../stores/react'
import { sharedScenario } from '../../stores/shared'
import { closeDialog, useDialogs } from '../dialogs/dialogs'
import { ShareDialog } from '../dialogs/ShareDialog'
import { baseAddress } from '../route'

/** The dialog with the link to the run as it is shown now. */
export function SharedRun({ onCopy }: { readonly onCopy: () => void }) {
  const playground = usePlaygroundApi()
  const byHand = useDialogs((state) => state.byHand)
  const scenario = sharedScenario(playground)
  return (
    <ShareDialog
      link={encodeLink(scenario, playground.getState().lesson, baseAddress())}
      scenario={scenario}
      byHand={byHand}
      onCopy={onCopy}
      onClose={closeDialog}
    />
  )
}
