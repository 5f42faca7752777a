import { Stage } from '../../ui/canvas/Stage'
import { Tabs } from '../../ui/primitives/Tabs'
import { Notices } from '../lesson/Notices'
import { Controls } from './Controls'
import { oneOf } from '../kept'
import { TabContent } from './Side'
import { isOpen, sideTabs, sideTabTitles, usePanels } from './panels'
import { useSideTabs } from './useSideTabs'
import { ChecksStrip, FaultList, LessonPanel, Timeline } from './later'
import styles from './TabsLayout.module.css'

/** Lesson above the canvas, code, rows and log as tabs below it. */
export function TabsLayout() {
  const panels = usePanels()
  const tabs = useSideTabs()
  const tab = oneOf(panels.tab, tabs, 'code')
  return (
    <div className={styles.layout}>
      {isOpen(panels, 'lesson') && (
        <section aria-labelledby="lesson-heading" className={styles.lesson}>
          <h2 id="lesson-heading" className="visually-hidden">
            Lesson
          </h2>
          <LessonPanel />
        </section>
      )}
      <div className={styles.canvas}>
        <Stage />
      </div>
      {isOpen(panels, 'checks') && (
        <div className={styles.checks}>
          <ChecksStrip />
        </div>
      )}
      {isOpen(panels, 'side') && (
        <div className={styles.side}>
          <Tabs
            label="Code, rows and log"
            className={styles.tabs}
            tabs={tabs.map((id) => ({ id, title: sideTabTitles[id] }))}
            value={tab}
            onChange={(id) => usePanels.setState({ tab: oneOf(id, sideTabs, 'code') })}
          >
            <TabContent tab={tab} />
          </Tabs>
          <FaultList />
        </div>
      )}
      <div className={styles.foot}>
        <Notices />
        <section aria-label="Time" className={styles.dock}>
          <Controls />
          {isOpen(panels, 'dock') && (
            <div className={styles.timeline}>
              <Timeline />
            </div>
          )}
        </section>
      </div>
    </div>
  )
}
