import { PanelLeftOpen } from 'lucide-react'
import { Button } from '../../ui/primitives/Button'
import { panelTitles, togglePanel, usePanels } from './panels'
import styles from './Reopen.module.css'

/** The way back to panels that were closed. */
export function Reopen({ drawer }: { readonly drawer: boolean }) {
  const closed = usePanels((panels) => panels.closed)
  const shown = closed.filter((name) => name !== 'log' && !(drawer && name === 'side'))
  if (shown.length === 0) return null
  return (
    <div className={styles.reopen}>
      {shown.map((name) => (
        <Button
          key={name}
          size="small"
          icon={<PanelLeftOpen size={14} aria-hidden />}
          onClick={() => togglePanel(name)}
        >
          {panelTitles[name]}
        </Button>
      ))}
    </div>
  )
}
