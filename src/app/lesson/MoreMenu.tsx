import { Ellipsis } from 'lucide-react'
import { usePlayground, usePlaygroundApi } from '../../stores/react'
import type { MenuEntry } from '../../ui/primitives/Menu'
import { MenuButton } from '../../ui/primitives/MenuButton'
import { showDialog } from '../dialogs/dialogs'
import {
  isOpen,
  panelNames,
  panelTitles,
  resetPanels,
  togglePanel,
  usePanels,
} from '../layout/panels'
import { presetEntries } from './presetEntries'
import { useShare } from './useShare'

/** What has no button of its own: little where there is room, everything on a phone. */
export function MoreMenu({ brief = false }: { readonly brief?: boolean }) {
  const phone = usePhoneEntries()
  const history = useHistoryEntries()
  const panels = usePanelEntries()
  const entries: readonly MenuEntry[] = [
    ...(brief ? [] : phone),
    ...history,
    'line',
    { label: 'Speed, parameters, seed…', onSelect: () => showDialog('parameters') },
    { label: 'Link, QR code and file…', onSelect: () => showDialog('share') },
    { label: 'Open a link or a file…', onSelect: () => showDialog('open') },
    { label: 'Settings…', onSelect: () => showDialog('settings') },
    ...(brief ? panels : []),
  ]
  return (
    <MenuButton label="More" aria-label="More" tone="quiet" align="end" entries={entries}>
      <Ellipsis size={18} aria-hidden />
    </MenuButton>
  )
}

function usePhoneEntries(): readonly MenuEntry[] {
  const api = usePlaygroundApi()
  const { copy } = useShare()
  const presets = usePlayground(({ lesson }) => lesson.presets)
  const preset = usePlayground((state) => state.preset)
  return [
    { label: 'Copy link', onSelect: () => void copy() },
    { label: 'Find anything', onSelect: () => showDialog('palette') },
    { label: 'Help', onSelect: () => showDialog('help') },
    { heading: 'Scenarios' },
    ...presetEntries(api, presets, preset).map(withoutHint),
    'line',
  ]
}

/** On a phone the titles must do. */
function withoutHint(entry: MenuEntry): MenuEntry {
  return typeof entry === 'object' && 'hint' in entry ? { ...entry, hint: undefined } : entry
}

function useHistoryEntries(): readonly MenuEntry[] {
  const api = usePlaygroundApi()
  const canUndo = usePlayground((state) => state.canUndo)
  const canRedo = usePlayground((state) => state.canRedo)
  return [
    { label: 'Undo', keys: 'mod+z', disabled: !canUndo, onSelect: () => api.undo() },
    { label: 'Redo', keys: 'mod+shift+z', disabled: !canRedo, onSelect: () => api.redo() },
  ]
}

function usePanelEntries(): readonly MenuEntry[] {
  const panels = usePanels()
  return [
    { heading: 'Panels' },
    ...panelNames.map((name) => ({
      label: panelTitles[name],
      checked: isOpen(panels, name),
      onSelect: () => togglePanel(name),
    })),
    { label: 'All panels as at first', onSelect: resetPanels },
  ]
}
