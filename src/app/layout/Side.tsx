import { X } from 'lucide-react'
import { IconButton } from '../../ui/primitives/IconButton'
import { Splitter } from '../../ui/primitives/Splitter'
import { Tabs } from '../../ui/primitives/Tabs'
import { oneOf } from '../kept'
import {
  isOpen,
  resizePanel,
  sideTabs,
  sideTabTitles,
  sizeRanges,
  togglePanel,
  usePanels,
  type SideTab,
} from './panels'
import { useSideTabs } from './useSideTabs'
import { useIsTall } from './useWidthClass'
import { CodePanel, FaultList, FiguresPanel, LogPanel, RowsPanel } from './later'
import styles from './Side.module.css'

/** Code, rows and faults, with the log below where there is room for it. */
export function Side({ onClose }: { readonly onClose: () => void }) {
  const panels = usePanels()
  const tall = useIsTall()
  const logBelow = tall && isOpen(panels, 'log')
  const tabs = useSideTabs().filter((tab) => tab !== 'log' || !logBelow)
  const tab = oneOf(panels.tab, tabs, 'code')
  return (
    <>
      <Tabs
        label="Code, rows and log"
        className={styles.tabs}
        tabs={tabs.map((id) => ({ id, title: sideTabTitles[id] }))}
        value={tab}
        onChange={(id) => usePanels.setState({ tab: oneOf(id, sideTabs, 'code') })}
        aside={
          <IconButton label="Close code and rows" className={styles.close} onClick={onClose}>
            <X />
          </IconButton>
        }
      >
        <TabContent tab={tab} />
      </Tabs>
      <div className={styles.faults}>
        <FaultList />
      </div>
      {logBelow && <LogBelow />}
    </>
  )
}

export function TabContent({ tab }: { readonly tab: SideTab }) {
  switch (tab) {
    case 'code':
      return <CodePanel />
    case 'rows':
      return <RowsPanel />
    case 'figures':
      return <FiguresPanel />
    case 'log':
      return <LogPanel />
  }
}

function LogBelow() {
  const size = usePanels(({ sizes }) => sizes.log)
  return (
    <>
      <Splitter
        {...sizeRanges.log}
        label="Height of the log"
        orientation="horizontal"
        panel="after"
        size={size}
        onChange={(next) => resizePanel('log', next)}
      />
      <div className={styles.log} style={{ blockSize: size }}>
        <LogPanel onClose={() => togglePanel('log')} />
      </div>
    </>
  )
}
