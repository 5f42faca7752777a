import { X } from 'lucide-react'
import { usePlayground } from '../../stores/react'
import { gaugesIn } from '../../ui/timeline/lanes'
import { IconButton } from '../../ui/primitives/IconButton'
import { Splitter } from '../../ui/primitives/Splitter'
import { Controls } from './Controls'
import { resizePanel, sizeRanges, togglePanel, usePanels } from './panels'
import { Timeline } from './later'
import styles from './Dock.module.css'
import { useIsTall } from './useWidthClass'

const extraPx = { gauge: 38, window: 44 } as const
const mostExtraPx = 88

/** Gauges, and the window that the programs of a variant open, need room of their own: where there is some. */
function useExtraHeight(): number {
  const tall = useIsTall()
  const extra = usePlayground(({ system, lesson: { gauges = [], windows = [] } }) => {
    const ids = new Set(system.services.map(({ id }) => id))
    const own = windows.filter(({ from }) => ids.has(from.split('/')[0] ?? ''))
    const window = own.length > 0 ? extraPx.window : 0
    return gaugesIn(system, gauges).length * extraPx.gauge + window
  })
  return tall ? Math.min(mostExtraPx, extra) : 0
}

/** Transport and timeline along the bottom. */
export function Dock() {
  const { dock, lesson } = usePanels(({ sizes }) => sizes)
  const extra = useExtraHeight()
  return (
    <section aria-label="Time" className={styles.dock} style={{ blockSize: dock + extra }}>
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
