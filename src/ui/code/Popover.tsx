import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { place } from '../primitives/place'
import styles from './CodePanel.module.css'

interface PopoverProps {
  readonly label: string
  readonly anchor: Element
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A small sheet beside an element, open while it is mounted; focus goes back to where it was. */
export function Popover({ label, anchor, onClose, children }: PopoverProps) {
  const sheet = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = sheet.current
    if (!element) return
    element.showPopover()
    const viewport = { width: innerWidth, height: innerHeight }
    const spot = place(anchor.getBoundingClientRect(), element.getBoundingClientRect(), viewport)
    element.style.left = `${spot.left}px`
    element.style.top = `${spot.top}px`
    element.querySelector<HTMLElement>('[data-first]')?.focus({ preventScroll: true })
    return () => element.hidePopover()
  }, [anchor])
  return (
    <dialog
      ref={sheet}
      popover="auto"
      aria-label={label}
      className={styles.popover}
      onKeyDown={(event) => event.stopPropagation()}
      onToggle={(event) => {
        if (event.newState === 'closed' && !event.currentTarget.matches(':popover-open')) onClose()
      }}
    >
      {children}
    </dialog>
  )
}
