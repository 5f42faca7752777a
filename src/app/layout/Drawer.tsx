import { Code } from 'lucide-react'
import { Button } from '../../ui/primitives/Button'
import { Side } from './Side'
import { usePanels } from './panels'
import styles from './Drawer.module.css'

/** Code and rows over the right edge of the canvas, pulled out on demand. */
export function Drawer() {
  const open = usePanels(({ drawer }) => drawer)
  const set = (drawer: boolean) => usePanels.setState({ drawer })
  if (!open)
    return (
      <Button
        className={styles.handle}
        icon={<Code size={16} aria-hidden />}
        onClick={() => set(true)}
      >
        Code, rows, log
      </Button>
    )
  return (
    <section aria-label="Code and rows" className={styles.drawer}>
      <Side onClose={() => set(false)} />
    </section>
  )
}
