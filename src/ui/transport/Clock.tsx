import { usePlayback, usePlayground } from '../../stores/react'
import { formatMs } from '../../stores/vocabulary'
import styles from './Transport.module.css'

/** One decimal while it runs, so that the figures stand still; all of them at rest. */
export function Clock() {
  const text = usePlayback(({ head, playing }) =>
    playing ? (head.timeUs / 1000).toFixed(1) : formatMs(head.timeUs),
  )
  const end = usePlayground((state) => formatMs(state.run.endUs))
  return (
    <p className={styles.clock}>
      <span className={styles.figure}>{text}</span>
      <span className={styles.end}>
        {' '}
        of {end} <abbr title="milliseconds of virtual time">ms</abbr>
      </span>
    </p>
  )
}
