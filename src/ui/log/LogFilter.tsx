import { usePlayground } from '../../stores/react'
import type { Filter } from './entries'
import styles from './LogPanel.module.css'

interface LogFilterProps {
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
}

export function LogFilter({ filter, onChange }: LogFilterProps) {
  const system = usePlayground((state) => state.system)
  const parts = [...system.services, ...(system.brokers ?? [])]
  return (
    <search className={styles.filter}>
      <select
        aria-label="Whose events"
        value={filter.service}
        onChange={(event) => onChange({ ...filter, service: event.target.value })}
      >
        <option value="">everybody</option>
        {parts.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <input
        type="search"
        aria-label="Find in the log"
        placeholder="find"
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
      />
    </search>
  )
}
