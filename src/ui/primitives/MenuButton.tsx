import { useRef, useState, type ComponentProps } from 'react'
import { Button } from './Button'
import { Menu, type MenuEntry } from './Menu'

type MenuButtonProps = Omit<ComponentProps<typeof Button>, 'onClick'> & {
  /** Spoken name of the menu. */
  readonly label: string
  readonly entries: readonly MenuEntry[]
  readonly align?: 'start' | 'end'
}

/** A button that opens a menu below itself. */
export function MenuButton({ label, entries, align = 'start', ...rest }: MenuButtonProps) {
  const [anchor, setAnchor] = useState<Element | null>(null)
  const wasOpen = useRef(false)
  return (
    <>
      <Button
        {...rest}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onPointerDown={() => (wasOpen.current = anchor !== null)}
        onClick={(event) => {
          if (!wasOpen.current) setAnchor(event.currentTarget)
          wasOpen.current = false
        }}
      />
      {anchor && (
        <Menu
          label={label}
          entries={entries}
          anchor={anchor}
          align={align}
          onClose={() => setAnchor(null)}
        />
      )}
    </>
  )
}
