import { memo } from 'react'
import { usePlayground, usePlaygroundApi } from '../../stores/react'
import { formatMs } from '../../stores/vocabulary'
import { Sign } from '../marks/Sign'
import styles from './LogPanel.module.css'
import { signOfTone, toneOf } from './tone'

interface LogLineProps {
  readonly index: number
  /** Place in the filtered list, from 0. */
  readonly place: number
  readonly count: number
  readonly top: number
  readonly height: number
  readonly time: 'past' | 'now' | 'future'
  readonly tabbable: boolean
}

export const LogLine = memo(function LogLine(props: LogLineProps) {
  const { index, place, count, top, height, time, tabbable } = props
  const api = usePlaygroundApi()
  const event = usePlayground((state) => state.run.trace.events[index])
  const sentence = usePlayground((state) => state.film.sentence(index))
  const lit = usePlayground(
    ({ selection }) => selection?.kind === 'event' && selection.index === index,
  )
  if (!event) return null
  const tone = toneOf(event)
  const sign = signOfTone[tone]
  const choose = () => {
    api.seekIndex(index)
    api.select({ kind: 'event', index })
  }
  return (
    <li
      aria-setsize={count}
      aria-posinset={place + 1}
      className={styles.line}
      data-tone={tone}
      data-time={time}
      data-lit={lit}
      style={{ top, height }}
    >
      <button
        type="button"
        data-place={place}
        tabIndex={tabbable ? 0 : -1}
        aria-current={time === 'now' ? 'step' : undefined}
        onClick={choose}
      >
        <time className={styles.time}>{formatMs(event.timeUs)}</time>
        <span className={styles.sign}>{sign && <Sign name={sign} scale={0.62} />}</span>
        <span className={styles.sentence}>{sentence}</span>
      </button>
    </li>
  )
})
