import { ChevronDown, Layers2 } from 'lucide-react'
import { usePlayground, usePlaygroundApi } from '../../stores/react'
import type { Variant } from '../../lessons/definition'
import type { MenuEntry } from '../../ui/primitives/Menu'
import { MenuButton } from '../../ui/primitives/MenuButton'
import { isOf } from './presetEntries'

interface VariantMenuProps {
  /** `more` stands behind a row of variants, `chosen` too when none of them is it. */
  readonly look: 'title' | 'more' | 'chosen' | 'icon'
}

/** All variants of the lesson, with what each does. */
export function VariantMenu({ look }: VariantMenuProps) {
  const api = usePlaygroundApi()
  const variants = usePlayground(({ lesson }) => lesson.variants)
  const id = usePlayground(({ scenario }) => scenario.variant) ?? variants[0]?.id
  const chosen = variants.find((variant) => variant.id === id)
  const preset = usePlayground((state) => state.preset)
  const entryOf = (variant: Variant): MenuEntry => ({
    label: variant.title,
    hint: variant.summary,
    checked: variant === chosen,
    onSelect: () => api.setVariant(variant.id),
  })
  const entries = preset
    ? [
        { heading: 'In this scenario' },
        ...variants.filter(isOf(preset)).map(entryOf),
        { heading: 'Other programs' },
        ...variants.filter((variant) => !isOf(preset)(variant)).map(entryOf),
      ]
    : variants.map(entryOf)
  if (look === 'icon')
    return (
      <MenuButton
        label="Variants"
        aria-label={`Variant: ${chosen?.title ?? ''}`}
        tone="quiet"
        align="end"
        entries={entries}
      >
        <Layers2 size={18} aria-hidden />
      </MenuButton>
    )
  return (
    <MenuButton
      label="Variants"
      {...(look === 'more' ? { 'aria-label': 'More variants' } : {})}
      tone={look === 'chosen' ? 'ink' : 'outline'}
      entries={entries}
    >
      {look === 'more' ? 'More' : chosen?.title}
      <ChevronDown size={15} aria-hidden />
    </MenuButton>
  )
}
