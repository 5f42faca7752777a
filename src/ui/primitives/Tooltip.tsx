import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { Kbd } from './Kbd'
import { place } from './place'
import styles from './Tooltip.module.css'

interface TooltipProps {
  readonly text: string
  readonly keys?: string | undefined
  /** One element that can be hovered and focused. */
  readonly children: ReactNode
}

const showAfterMs = 350

/** A name on hover and on keyboard focus. It repeats the spoken name, so it is not read out. */
export function Tooltip({ text, keys, children }: TooltipProps) {
  const [shown, setShown] = useState(false)
  const anchor = useRef<HTMLSpanElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const soon = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setShown(true), showAfterMs)
  }
  const hide = () => {
    clearTimeout(timer.current)
    setShown(false)
  }
  return (
    <span
      ref={anchor}
      role="presentation"
      className={styles.anchor}
      onPointerEnter={(event) => event.pointerType === 'mouse' && soon()}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={(event) => event.target.matches(':focus-visible') && soon()}
      onBlur={hide}
      onKeyDown={hide}
    >
      {children}
      {shown && <Bubble anchor={anchor} text={text} keys={keys} />}
    </span>
  )
}

interface BubbleProps {
  readonly anchor: RefObject<HTMLElement | null>
  readonly text: string
  readonly keys: string | undefined
}

function Bubble({ anchor, text, keys }: BubbleProps) {
  const bubble = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const element = bubble.current
    const beside = anchor.current?.firstElementChild
    if (!element || !beside) return
    element.showPopover()
    const viewport = { width: innerWidth, height: innerHeight }
    const spot = place(beside.getBoundingClientRect(), element.getBoundingClientRect(), viewport, {
      align: 'centre',
    })
    element.style.left = `${spot.left}px`
    element.style.top = `${spot.top}px`
  }, [anchor])
  return (
    <span ref={bubble} popover="manual" aria-hidden className={styles.bubble}>
      {text}
      {keys && <Kbd keys={keys} />}
    </span>
  )
}
