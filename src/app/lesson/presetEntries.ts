import type { Preset } from '../../lessons/definition'
import type { PlaygroundApi } from '../../stores/playground.types'
import type { MenuEntry } from '../../ui/primitives/Menu'

/** The scenarios of a lesson as a menu; the one that plays is marked. */
export const presetEntries = (
  api: PlaygroundApi,
  presets: readonly Preset[],
  current: Preset | null,
): readonly MenuEntry[] => [
  ...presets.map((preset) => ({
    label: preset.title,
    hint: preset.text,
    checked: preset.id === current?.id,
    onSelect: () => api.applyPreset(preset.id),
  })),
  'line',
  {
    label: 'Start over',
    hint: 'The lesson with nothing broken.',
    onSelect: () => api.reset(),
  },
]
