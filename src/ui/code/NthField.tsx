import { Minus, Plus } from 'lucide-react'
import { ordinal } from '../../stores/vocabulary'
import { IconButton } from '../primitives/IconButton'
import styles from './CodePanel.module.css'

interface NthFieldProps {
  readonly nth: number
  /** How often the run comes by. */
  readonly times: number
  readonly onChange: (nth: number) => void
}

/** Which of the times that a run comes by. */
export function NthField({ nth, times, onChange }: NthFieldProps) {
  return (
    <div className={styles.nth}>
      <IconButton
        size="small"
        label="An earlier time"
        disabled={nth <= 1}
        onClick={() => onChange(nth - 1)}
      >
        <Minus />
      </IconButton>
      <output>
        the <b>{ordinal(nth)}</b> time{' '}
        <small>{times === 0 ? 'this run does not come by' : `of ${times} in this run`}</small>
      </output>
      <IconButton
        size="small"
        label="A later time"
        disabled={nth >= Math.max(1, times)}
        onClick={() => onChange(nth + 1)}
      >
        <Plus />
      </IconButton>
    </div>
  )
}
