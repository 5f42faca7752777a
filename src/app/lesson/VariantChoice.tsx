import { usePlayground, usePlaygroundApi } from '../../stores/react'
import { Segmented } from '../../ui/primitives/Segmented'
import { isOf } from './presetEntries'
import { VariantMenu } from './VariantMenu'

/** So many stand in a row where there is room; all of them are in the menu. */
const segmentsMax = 4

/** Which program runs: the two of a scenario, or else the first few, in a row; all of them in a menu. */
export function VariantChoice({ roomy }: { readonly roomy: boolean }) {
  const api = usePlaygroundApi()
  const variants = usePlayground(({ lesson }) => lesson.variants)
  const preset = usePlayground((state) => state.preset)
  const chosen = usePlayground(({ scenario }) => scenario.variant) ?? variants[0]?.id ?? ''
  if (!roomy) return <VariantMenu look="title" />
  const inRow = preset ? variants.filter(isOf(preset)) : variants.slice(0, segmentsMax)
  return (
    <>
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
      {variants.length > inRow.length && (
        <VariantMenu look={inRow.some(({ id }) => id === chosen) ? 'more' : 'chosen'} />
      )}
    </>
  )
}
