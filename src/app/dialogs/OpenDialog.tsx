import { useState } from 'react'
import type { Result, Scenario } from '../../document/scenario'
import { Button } from '../../ui/primitives/Button'
import { Dialog } from '../../ui/primitives/Dialog'
import { Notice } from '../../ui/primitives/Notice'
import { TextField } from '../../ui/primitives/TextField'
import { go } from '../route'
import styles from './OpenDialog.module.css'
import { addressOf, readFile, readLink } from './openScenario'

interface OpenDialogProps {
  readonly onClose: () => void
}

/** Opens what somebody sent: a link, or a scenario file. */
export function OpenDialog({ onClose }: OpenDialogProps) {
  const [link, setLink] = useState('')
  const [error, setError] = useState<string | null>(null)
  const take = async (reading: Promise<Result<Scenario>>) => {
    const result = await reading
    if (!result.ok) return setError(result.error)
    onClose()
    go(await addressOf(result.value))
  }
  return (
    <Dialog title="Open a link or a file" onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void take(readLink(link))
        }}
      >
        <TextField
          label="Link"
          placeholder="https://…/#/saga?s=…"
          autoComplete="off"
          spellCheck={false}
          value={link}
          onChange={(event) => setLink(event.target.value)}
        />
        <Button type="submit" tone="ink" disabled={link.trim() === ''}>
          Open the link
        </Button>
      </form>
      <label className={styles.file}>
        <span>or choose a scenario file (JSON)</span>
        <input
          type="file"
          accept=".json,application/json"
          onChange={({ target: { files } }) => {
            const file = files?.[0]
            if (file) void take(readFile(file))
          }}
        />
      </label>
      <div aria-live="polite">
        {error && (
          <Notice tone="error" title="This cannot be opened">
            {error}
          </Notice>
        )}
      </div>
    </Dialog>
  )
}
