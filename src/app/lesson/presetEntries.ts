import type { Preset, Variant } from '../../lessons/definition'
import type { PlaygroundApi } from '../../stores/playground.types'
import type { MenuEntry } from '../../ui/primitives/Menu'

/** Whether a variant is one of the two that a scenario plays against each other. */
export const isOf =
  (preset: Preset) =>
  ({ id }: Variant): boolean =>
    id === preset.variant || id === preset.against

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
