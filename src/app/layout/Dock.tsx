import { X } from 'lucide-react'
import { IconButton } from '../../ui/primitives/IconButton'
import { Splitter } from '../../ui/primitives/Splitter'
import { Controls } from './Controls'
import { resizePanel, sizeRanges, togglePanel, usePanels } from './panels'
import { Timeline } from './later'
import styles from './Dock.module.css'

/** Transport and timeline along the bottom. */
export function Dock() {
  const { dock, lesson } = usePanels(({ sizes }) => sizes)
  return (
    <section aria-label="Time" className={styles.dock} style={{ blockSize: dock }}>
      <Splitter
        {...sizeRanges.dock}
        label="Height of the timeline"
        orientation="horizontal"
        panel="after"
        size={dock}
        onChange={(size) => resizePanel('dock', size)}
      />
      <div className={styles.row}>
        <div className={styles.transport} style={{ inlineSize: lesson }}>
          <Controls />
        </div>
        <div className={styles.timeline}>
          <Timeline />
          <IconButton
            label="Close timeline"
            size="small"
            className={styles.close}
            onClick={() => togglePanel('dock')}
          >
            <X />
          </IconButton>
        </div>
      </div>
    </section>
  )
}
