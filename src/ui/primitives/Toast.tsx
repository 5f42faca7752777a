import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { classes } from './classes'
import { IconButton } from './IconButton'
import type { Tone } from './Notice'
import styles from './Toast.module.css'

interface ToastMessage {
  readonly tone: Tone
  readonly text: string
  /** Grows, so that equal messages are told apart. */
  readonly id: number
}

interface ToastProps {
  readonly message: ToastMessage | null
  readonly onGone: (id: number) => void
  /** Where it stands: its owner gives it a place that hides nothing. */
  readonly className?: string | undefined
}

const icons = { info: Info, warning: TriangleAlert, error: CircleAlert } as const
const infoShownForMs = 4000

/**
 * The last message as a slim line, said politely. News goes after a while, unless it is pointed at or
 * focused; warnings and errors stay until they are dismissed.
 */
export function Toast({ message, onGone, className }: ToastProps) {
  return (
    <div aria-live="polite" className={classes(styles.place, className)}>
      {message && <Slip key={message.id} message={message} onGone={onGone} />}
    </div>
  )
}

interface SlipProps {
  readonly message: ToastMessage
  readonly onGone: (id: number) => void
}

function Slip({ message: { id, tone, text }, onGone }: SlipProps) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held || tone !== 'info') return
    const timer = setTimeout(() => onGone(id), infoShownForMs)
    return () => clearTimeout(timer)
  }, [held, tone, id, onGone])
  const Icon = icons[tone]
  return (
    <div
      role="presentation"
      className={classes(styles.toast, styles[tone])}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon className={styles.icon} aria-hidden />
      <p>{text}</p>
      <IconButton label="Dismiss" size="small" onClick={() => onGone(id)}>
        <X />
      </IconButton>
    </div>
  )
}
