import type { Command } from '../keyboard/command'
import { go } from '../route'
import { closeDialog, useDialogs } from './dialogs'
import { HelpDialog } from './HelpDialog'
import { OpenDialog } from './OpenDialog'
import { addressOf } from './openScenario'
import { Palette } from './Palette'
import { SettingsDialog } from './SettingsDialog'

/** The dialogs that every page has. */
export function CommonDialogs({ commands }: { readonly commands: readonly Command[] }) {
  const open = useDialogs((state) => state.open)
  switch (open) {
    case 'help':
      return <HelpDialog commands={commands} onClose={closeDialog} />
    case 'settings':
      return <SettingsDialog onClose={closeDialog} />
    case 'palette':
      return <Palette commands={commands} onClose={closeDialog} />
    case 'open':
      return <OpenDialog onOpen={(scenario) => go(addressOf(scenario))} onClose={closeDialog} />
    default:
      return null
  }
}
