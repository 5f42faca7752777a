import { usePlayground, usePlayback } from '../../stores/react'
import type { Fact } from '../../playback/frame'
import { formatMs } from '../../stores/vocabulary'
import { Sign } from '../marks/Sign'
import { sameContent } from './equality'
import type { SentenceRoom } from './fit'
import styles from './MomentText.module.css'

/** Who knows what, now: one to three sentences, with the time and the failure point. */
export function MomentText({ room }: { readonly room: SentenceRoom | null }) {
  const film = usePlayground((state) => state.film)
  const moment = usePlayback(({ head }) => film.momentAt(head), sameContent)
  const { timeUs, point, text, facts } = moment
  const box = room?.box
  const place = box && { left: box.x, top: box.y, width: box.width, height: box.height }
  return (
    <div
      className={styles.moment}
      data-floating={room !== null}
      data-strip={room?.strip}
      data-failed={facts.length > 0}
      style={place}
    >
      <p className={styles.when}>
        <b>{formatMs(timeUs)} ms</b> {point}
      </p>
      <p className={styles.sentence} data-long={text.length > 90}>
        {text}
      </p>
      {facts.length > 0 && (
        <dl className={styles.facts}>
          {facts.map((fact) => (
            <FactLine key={fact.place + fact.where} fact={fact} />
          ))}
        </dl>
      )}
    </div>
  )
}

const factSigns = { memory: 'flat', disk: 'waiting', broker: 'sent' } as const

function FactLine({ fact }: { readonly fact: Fact }) {
  return (
    <div>
      <dt>
        <span className={styles.sign}>
          <Sign name={factSigns[fact.where]} scale={fact.where === 'memory' ? 0.4 : 0.66} />
        </span>
        {fact.title}
      </dt>
      <dd>{fact.text}</dd>
    </div>
  )
}
