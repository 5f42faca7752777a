import { useMemo, useState } from 'react'
import { usePlayground } from '../../stores/react'
import { Panel } from '../primitives/Panel'
import { entriesOf, type Filter } from './entries'
import { LogFilter } from './LogFilter'
import { LogList } from './LogList'

export interface LogPanelProps {
  readonly onClose?: () => void
}

const everything: Filter = { service: '', text: '' }

/** What happened, a sentence an event. */
export function LogPanel({ onClose }: LogPanelProps) {
  const film = usePlayground((state) => state.film)
  const trace = usePlayground((state) => state.run.trace)
  const [filter, setFilter] = useState(everything)
  const entries = useMemo(() => entriesOf(film, trace, filter), [film, trace, filter])
  return (
    <Panel
      title="Log"
      onClose={onClose}
      actions={<LogFilter filter={filter} onChange={setFilter} />}
    >
      <LogList entries={entries} />
    </Panel>
  )
}
