import type { ReactNode } from 'react'
import { Checkbox } from '../../ui/primitives/Checkbox'
import { Dialog } from '../../ui/primitives/Dialog'
import { Segmented } from '../../ui/primitives/Segmented'
import { oneOf } from '../kept'
import { changeSettings, motions, narrations, themes, useSettings } from '../settings'
import styles from './SettingsDialog.module.css'

const themeOptions = [
  { value: 'auto', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]
const motionOptions = [
  { value: 'auto', label: 'As the system' },
  { value: 'reduced', label: 'Reduced' },
  { value: 'full', label: 'Full' },
]
const narrationOptions = [
  { value: 'off', label: 'Nothing' },
  { value: 'short', label: 'The sentence' },
  { value: 'full', label: 'All of it' },
]

export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const settings = useSettings()
  return (
    <Dialog title="Settings" onClose={onClose}>
      <div className={styles.list}>
        <Row title="Theme">
          <Segmented
            label="Theme"
            options={themeOptions}
            value={settings.theme}
            onChange={(value) => changeSettings({ theme: oneOf(value, themes, 'auto') })}
          />
        </Row>
        <Row title="Motion" hint="Reduced motion shows every change at once.">
          <Segmented
            label="Motion"
            options={motionOptions}
            value={settings.motion}
            onChange={(value) => changeSettings({ motion: oneOf(value, motions, 'auto') })}
          />
        </Row>
        <Row
          title="Spoken at every stop"
          hint="For screen readers: the sentence of the moment, or also who knows what."
        >
          <Segmented
            label="Spoken at every stop"
            options={narrationOptions}
            value={settings.narration}
            onChange={(value) => changeSettings({ narration: oneOf(value, narrations, 'short') })}
          />
        </Row>
        <Checkbox
          label="Shortcuts of one character"
          hint="Space, l, ? and 1 to 9. Switch them off if you steer by voice."
          checked={settings.singleKeys}
          onChange={(singleKeys) => changeSettings({ singleKeys })}
        />
      </div>
    </Dialog>
  )
}

interface RowProps {
  readonly title: string
  readonly hint?: string
  readonly children: ReactNode
}

function Row({ title, hint, children }: RowProps) {
  return (
    <div className={styles.row}>
      <span className={styles.title} aria-hidden>
        {title}
      </span>
      {children}
      {hint && <small className={styles.hint}>{hint}</small>}
    </div>
  )
}
