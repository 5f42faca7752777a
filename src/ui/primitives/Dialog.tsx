import { X } from 'lucide-react'
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { classes } from './classes'
import { IconButton } from './IconButton'
import styles from './Dialog.module.css'

interface DialogProps {
  readonly title: string
  readonly size?: 'small' | 'normal' | 'wide'
  readonly footer?: ReactNode
  readonly children: ReactNode
  /** Asked to unmount: by Escape, the cross, or a press outside. */
  readonly onClose: () => void
}

/** A modal dialog that is open while it is mounted; focus goes back to where it was. */
export function Dialog({ title, size = 'normal', footer, children, onClose }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    const first = element?.querySelector<HTMLElement>('input[type=text]') ?? heading.current
    first?.focus()
    return () => element?.close()
  }, [])
  const close = () => dialog.current?.close()
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      className={classes(styles.dialog, styles[size])}
      onClose={(event) => {
        if (event.target === dialog.current && !dialog.current?.open) onClose()
      }}
      onPointerDown={(event) => event.target === dialog.current && close()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div>
        <header className={styles.header}>
          <h2 ref={heading} id={id} tabIndex={-1}>
            {title}
          </h2>
          <IconButton label="Close" keys="Escape" onClick={close}>
            <X />
          </IconButton>
        </header>
        <div className={styles.body}>{children}</div>
        {footer && <footer className={styles.footer}>{footer}</footer>}
      </div>
    </dialog>
  )
}
