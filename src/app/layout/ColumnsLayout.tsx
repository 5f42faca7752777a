import { Stage } from '../../ui/canvas/Stage'
import { Panel } from '../../ui/primitives/Panel'
import { classes } from '../../ui/primitives/classes'
import { Splitter } from '../../ui/primitives/Splitter'
import { Notices } from '../lesson/Notices'
import { Dock } from './Dock'
import { Drawer } from './Drawer'
import { Reopen } from './Reopen'
import { Side } from './Side'
import { isOpen, resizePanel, sizeRanges, togglePanel, usePanels, type SizedPanel } from './panels'
import { ChecksStrip, LessonPanel } from './later'
import styles from './ColumnsLayout.module.css'

/** Lesson, canvas and code side by side; where there is less room the code is a drawer. */
export function ColumnsLayout({ drawer }: { readonly drawer: boolean }) {
  const panels = usePanels()
  const { sizes } = panels
  const drawn = drawer && panels.drawer
  return (
    <div className={styles.layout}>
      <div className={styles.columns}>
        {isOpen(panels, 'lesson') && (
          <>
            <Panel
              title="Lesson"
              className={styles.lesson}
              onClose={() => togglePanel('lesson')}
              style={{ inlineSize: sizes.lesson }}
            >
              <LessonPanel />
            </Panel>
            <Edge panel="lesson" label="Width of the lesson" stands="before" />
          </>
        )}
        <div className={styles.canvas}>
          <Stage />
          <Notices className={classes(styles.notices, drawn && styles.besideDrawer)} />
          <Reopen drawer={drawer} />
          {drawer && <Drawer />}
        </div>
        {!drawer && isOpen(panels, 'side') && (
          <>
            <Edge panel="side" label="Width of the code" stands="after" />
            <div className={styles.side} style={{ inlineSize: sizes.side }}>
              <Side onClose={() => togglePanel('side')} />
            </div>
          </>
        )}
      </div>
      {isOpen(panels, 'checks') && (
        <div className={styles.checks}>
          <ChecksStrip />
        </div>
      )}
      {isOpen(panels, 'dock') && <Dock />}
    </div>
  )
}

interface EdgeProps {
  readonly panel: SizedPanel
  readonly label: string
  readonly stands: 'before' | 'after'
}

function Edge({ panel, label, stands }: EdgeProps) {
  const size = usePanels(({ sizes }) => sizes[panel])
  return (
    <Splitter
      {...sizeRanges[panel]}
      label={label}
      orientation="vertical"
      panel={stands}
      size={size}
      onChange={(next) => resizePanel(panel, next)}
    />
  )
}
