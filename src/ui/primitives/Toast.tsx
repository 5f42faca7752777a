import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { IconButton } from './IconButton'
import { Notice, type Tone } from './Notice'
import styles from './Toast.module.css'

export interface ToastMessage {
  readonly tone: Tone
  readonly text: string
  /** Grows, so that equal messages are told apart. */
  readonly id: number
}

const shownForMs = 7000

/** The last message, said politely and gone after a while; it stays while it is pointed at or focused. */
export function Toast({ message }: { readonly message: ToastMessage | null }) {
  const [goneId, setGoneId] = useState(-1)
  return (
    <div aria-live="polite" className={styles.place}>
      {message && message.id !== goneId && (
        <Slip key={message.id} message={message} onGone={setGoneId} />
      )}
    </div>
  )
}

interface SlipProps {
  readonly message: ToastMessage
  readonly onGone: (id: number) => void
}

function Slip({ message, onGone }: SlipProps) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => onGone(message.id), shownForMs)
    return () => clearTimeout(timer)
  }, [held, message.id, onGone])
  return (
    <div
      role="presentation"
      className={styles.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Notice tone={message.tone}>{message.text}</Notice>
      <IconButton label="Dismiss" size="small" onClick={() => onGone(message.id)}>
        <X />
      </IconButton>
    </div>
  )
}
