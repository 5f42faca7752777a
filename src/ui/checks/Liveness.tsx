import { InfinityIcon } from 'lucide-react'
import { usePlayback, usePlayground } from '../../stores/react'
import styles from './ChecksStrip.module.css'

/** A run that never becomes quiet is no broken claim: it is shown apart, when it has come to its end. */
export function Liveness() {
  const ended = usePlayground((state) => state.run.ended)
  const why = usePlayground((state) => state.run.endedWhy)
  const endUs = usePlayground((state) => state.run.endUs)
  const reached = usePlayback((state) => state.head.timeUs >= endUs)
  if (ended === 'quiet' || !reached) return null
  return (
    <output className={styles.liveness}>
      <InfinityIcon aria-hidden />
      <span className={styles.words}>
        The run never becomes quiet.
        <small>{why}</small>
      </span>
    </output>
  )
}
