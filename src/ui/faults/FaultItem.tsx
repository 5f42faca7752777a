import { Pencil, X } from 'lucide-react'
import { useState } from 'react'
import type { Fault, Moment } from '../../engine'
import { usePlayground, usePlaygroundApi } from '../../stores/react'
import { Sign } from '../marks/Sign'
import { IconButton } from '../primitives/IconButton'
import { FaultForm } from './FaultForm'
import styles from './FaultList.module.css'
import { faultSentence } from './sentence'

interface FaultItemProps {
  readonly index: number
  readonly fault: Fault
}

export function FaultItem({ index, fault }: FaultItemProps) {
  const api = usePlaygroundApi()
  const [editing, setEditing] = useState(false)
  const sentence = usePlayground((state) => faultSentence(state, index))
  const report = usePlayground((state) => state.run.faults.find((other) => other.fault === index))
  const on = fault.off !== true
  const missed = on && report?.applied === false
  return (
    <li className={styles.item} data-on={on} data-missed={missed}>
      <Sign name="bolt" scale={0.7} className={styles.bolt} />
      <div className={styles.words}>
        {report?.index === undefined ? (
          <span className={styles.sentence}>{sentence}</span>
        ) : (
          <button
            type="button"
            className={styles.sentence}
            title={`${sentence} Go to that moment`}
            onClick={() => report.index !== undefined && api.seekIndex(report.index)}
          >
            {sentence}
          </button>
        )}
        <code className={styles.moment}>{momentCode(fault.at)}</code>
        {missed && <span className={styles.why}>not applied: {report.why}</span>}
      </div>
      <div className={styles.tools}>
        <input
          type="checkbox"
          role="switch"
          aria-checked={on}
          aria-label={`On: ${sentence}`}
          title={on ? 'Switch it off' : 'Switch it on'}
          checked={on}
          onChange={() => api.toggleFault(index)}
        />
        <IconButton
          size="small"
          label={`Edit: ${sentence}`}
          aria-haspopup="dialog"
          onClick={() => setEditing(true)}
        >
          <Pencil />
        </IconButton>
        <IconButton
          size="small"
          label={`Remove: ${sentence}`}
          onClick={() => api.removeFault(index)}
        >
          <X />
        </IconButton>
      </div>
      {editing && (
        <FaultForm
          fault={fault}
          submit="Change it"
          onClose={() => setEditing(false)}
          onSubmit={(changed) => api.replaceFault(index, changed)}
        />
      )}
    </li>
  )
}

/** The moment as a scenario document writes it. */
function momentCode(at: Moment): string {
  if ('timeMs' in at) return `at ${at.timeMs} ms`
  return `${'point' in at ? at.point : at.message}#${at.nth ?? 1}`
}
