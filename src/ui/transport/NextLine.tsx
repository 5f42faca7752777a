import { usePlayback, usePlayground } from '../../stores/react'
import { formatMs } from '../../stores/vocabulary'
import styles from './Transport.module.css'

/** What the run does next. */
export function NextLine() {
  const film = usePlayground((state) => state.film)
  const run = usePlayground((state) => state.run)
  const next = usePlayback(({ head }) => film.stepFrom(head, 1).index)
  const isLast = usePlayback(({ head }) => film.stepFrom(head, 1).index === head.index)
  const event = run.trace.events[next]
  if (isLast || !event) return <p className={styles.next}>The run has ended.</p>
  const sentence = film.sentence(next)
  return (
    <p className={styles.next} title={sentence}>
      next <span className="mono">{formatMs(event.timeUs)}</span> {sentence}
    </p>
  )
}
