import { Check } from 'lucide-react'
import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { Kbd } from './Kbd'
import { nextItem } from './menuKeys'
import { place, type Box } from './place'
import styles from './Menu.module.css'

interface MenuItem {
  readonly label: string
  /** A second line: what it does, or why it cannot be done now. */
  readonly hint?: string | undefined
  readonly icon?: ReactNode
  readonly keys?: string | undefined
  readonly disabled?: boolean
  /** Makes it one of a group, of which one is chosen. */
  readonly checked?: boolean
  readonly tone?: 'fault'
  readonly onSelect: () => void
}

export type MenuEntry = MenuItem | { readonly heading: string } | 'line'

interface MenuProps {
  readonly label: string
  readonly entries: readonly MenuEntry[]
  /** An element to stand beside, or a point in viewport pixels. */
  readonly anchor: Element | { readonly x: number; readonly y: number }
  readonly align?: 'start' | 'end'
  /** Asked to unmount: after a choice, Escape, Tab or a press elsewhere. Focus has gone back by then. */
  readonly onClose: () => void
}

/** A menu that is open while it is mounted: beside a button, or at a point as a context menu. */
export function Menu({ label, entries, anchor, align = 'start', onClose }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = menu.current
    if (!element) return
    element.showPopover()
    const viewport = { width: innerWidth, height: innerHeight }
    const spot = place(boxOf(anchor), element.getBoundingClientRect(), viewport, { align })
    element.style.left = `${spot.left}px`
    element.style.top = `${spot.top}px`
    const items = itemsOf(element)
    const first = items.find((item) => item.ariaChecked === 'true') ?? items[0]
    first?.focus({ preventScroll: true })
    return () => element.hidePopover()
  }, [anchor, align])

  const close = () => menu.current?.hidePopover()
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Tab') return close()
    const items = itemsOf(event.currentTarget)
    const texts = items.map((item) => item.textContent ?? '')
    const at = items.findIndex((item) => item === document.activeElement)
    const next = nextItem(texts, at, event.key)
    if (next === null) return
    event.preventDefault()
    items[next]?.focus()
  }
  return (
    <div
      ref={menu}
      popover="auto"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      className={styles.menu}
      onKeyDown={onKeyDown}
      onToggle={(event) => {
        if (event.newState === 'closed' && !event.currentTarget.matches(':popover-open')) onClose()
      }}
    >
      {entries.map((entry, index) => (
        <Entry key={index} entry={entry} close={close} />
      ))}
    </div>
  )
}

function Entry({ entry, close }: { readonly entry: MenuEntry; readonly close: () => void }) {
  if (entry === 'line') return <hr className={styles.line} />
  if ('heading' in entry) return <p className={styles.heading}>{entry.heading}</p>
  const { label, hint, icon, keys, disabled, checked, tone, onSelect } = entry
  const choose = () => {
    if (disabled) return
    close()
    onSelect()
  }
  return (
    <button
      type="button"
      role={checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={checked}
      aria-disabled={disabled}
      tabIndex={-1}
      data-tone={tone}
      className={styles.item}
      onClick={choose}
      onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
    >
      <span className={styles.icon}>{checked ? <Check /> : icon}</span>
      <span className={styles.label}>
        {label}
        {hint && <small>{hint}</small>}
      </span>
      {keys && <Kbd keys={keys} />}
    </button>
  )
}

const itemsOf = (menu: Element) => [...menu.querySelectorAll<HTMLElement>('[role^=menuitem]')]

const boxOf = (anchor: MenuProps['anchor']): Box =>
  anchor instanceof Element
    ? anchor.getBoundingClientRect()
    : { left: anchor.x, top: anchor.y, width: 0, height: 0 }
