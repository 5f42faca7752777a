import { useEffect, useRef } from 'react'
import { Button } from '../../ui/primitives/Button'
import { Dialog } from '../../ui/primitives/Dialog'
import { TextField } from '../../ui/primitives/TextField'
import { QrCode, qrTextMax } from './QrCode'
import styles from './ShareDialog.module.css'

interface ShareDialogProps {
  readonly link: string
  readonly onSave: () => void
  /** True when the clipboard refused, so that the reader copies by hand. */
  readonly byHand: boolean
  readonly onCopy: () => void
  readonly onClose: () => void
}

/** The link to be copied by hand, scanned, or saved as a file. */
export function ShareDialog({ link, byHand, onSave, onCopy, onClose }: ShareDialogProps) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => row.current?.querySelector('input')?.select(), [])
  return (
    <Dialog
      title="Share this run"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onSave}>Save as a file</Button>
          <Button tone="ink" onClick={onCopy}>
            Copy link
          </Button>
        </>
      }
    >
      <div ref={row} className={styles.content}>
        <TextField
          label="Link"
          readOnly
          value={link}
          hint={
            byHand
              ? 'The browser did not let us use the clipboard: press Control or Command and C.'
              : `${link.length} characters. It holds the whole run; nothing is stored anywhere.`
          }
          onFocus={(event) => event.target.select()}
        />
        {link.length <= qrTextMax ? (
          <QrCode text={link} />
        ) : (
          <p className={styles.long}>This link is too long for a QR code: save it as a file.</p>
        )}
      </div>
    </Dialog>
  )
}
