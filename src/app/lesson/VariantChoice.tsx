import { ChevronDown } from 'lucide-react'
import type { Variant } from '../../lessons/definition'
import type { PlaygroundApi } from '../../stores/playground.types'
import { usePlayground, usePlaygroundApi } from '../../stores/react'
import type { MenuEntry } from '../../ui/primitives/Menu'
import { MenuButton } from '../../ui/primitives/MenuButton'
import { Segmented } from '../../ui/primitives/Segmented'

/** So many stand in a row where there is room; the rest is a menu. */
const segmentsMax = 4

/** Which program runs: the first few in a row, all of them in a menu. */
export function VariantChoice({ roomy }: { readonly roomy: boolean }) {
  const api = usePlaygroundApi()
  const variants = usePlayground(({ lesson }) => lesson.variants)
  const chosen = usePlayground(({ scenario }) => scenario.variant) ?? variants[0]?.id ?? ''
  const inRow = roomy ? variants.slice(0, segmentsMax) : []
  const elsewhere = variants.find(({ id }) => id === chosen && !inRow.some((one) => one.id === id))
  return (
    <>
      {inRow.length > 0 && (
        <Segmented
          label="Variant"
          options={inRow.map(({ id, title, summary }) => ({
            value: id,
            label: title,
            title: summary,
          }))}
          value={chosen}
          onChange={(id) => api.setVariant(id)}
        />
      )}
      {variants.length > inRow.length && (
        <MenuButton
          label="All variants"
          tone={elsewhere && roomy ? 'ink' : 'outline'}
          entries={variantEntries(api, variants, chosen)}
        >
          {elsewhere?.title ?? 'More'}
          <ChevronDown size={15} aria-hidden />
        </MenuButton>
      )}
    </>
  )
}

export const variantEntries = (
  api: PlaygroundApi,
  variants: readonly Variant[],
  chosen: string,
): readonly MenuEntry[] =>
  variants.map(({ id, title, summary }) => ({
    label: title,
    hint: summary,
    checked: id === chosen,
    onSelect: () => api.setVariant(id),
  }))
