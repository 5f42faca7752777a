import type { Command } from '../keyboard/command'
import { lazily } from '../../ui/primitives/lazily'
import { soon } from '../../ui/primitives/soon'
import { closeDialog, useDialogs } from './dialogs'

const HelpDialog = lazily(() => import('./HelpDialog'), 'HelpDialog')
const OpenDialog = lazily(() => import('./OpenDialog'), 'OpenDialog')
const palette = soon(() => import('./Palette'))

const Palette = lazily(palette, 'Palette')
const SettingsDialog = lazily(() => import('./SettingsDialog'), 'SettingsDialog')

interface CommonDialogsProps {
  readonly commands: readonly Command[]
}

/** The dialogs that every page has. */
export function CommonDialogs({ commands }: CommonDialogsProps) {
  const open = useDialogs((state) => state.open)
  switch (open) {
    case 'help':
      return <HelpDialog commands={commands} onClose={closeDialog} />
    case 'settings':
      return <SettingsDialog onClose={closeDialog} />
    case 'palette':
      return <Palette commands={commands} onClose={closeDialog} />
    case 'open':
      return <OpenDialog onClose={closeDialog} />
    default:
      return null
  }
}
