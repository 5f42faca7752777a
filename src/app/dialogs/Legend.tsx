import type { ReactNode } from 'react'
import type { MessageRole } from '../../engine'
import { Mark } from '../../ui/marks/Mark'
import type { MessageFate } from '../../ui/marks/message'
import type { SignName } from '../../ui/marks/paths'
import { Sign } from '../../ui/marks/Sign'
import styles from './Legend.module.css'

interface Entry {
  readonly drawing: ReactNode
  readonly name: string
  readonly text: string
}

const message = (role: MessageRole, fate: MessageFate, name: string, text: string): Entry => ({
  drawing: <Mark role={role} fate={fate} mark={role === 'query' ? '?' : '2'} />,
  name,
  text,
})

const sign = (drawn: SignName, name: string, text: string): Entry => ({
  drawing: <Sign name={drawn} />,
  name,
  text,
})

const entries: readonly Entry[] = [
  message('command', 'normal', 'Command', 'Asks one service to act.'),
  message('event', 'normal', 'Event', 'Says what happened.'),
  message('reply', 'normal', 'Reply', 'The answer, confirm or ack.'),
  message('query', 'normal', 'Query', 'Reads and changes nothing.'),
  message('compensation', 'normal', 'Compensation', 'Undoes a committed step.'),
  message('event', 'again', 'Duplicate', 'Same id, seen before.'),
  message('event', 'skipped', 'Skipped', 'A duplicate, left alone.'),
  message('event', 'lost', 'Dropped', 'Breaks up where it dies.'),
  message('reply', 'forgotten', 'Forgotten', 'Arrived; nobody remembers why.'),
  sign('waiting', 'Row that waits', 'For its turn, or for an answer.'),
  sign('sent', 'Row at rest', 'Sent, answered, done.'),
  sign('held', 'Row that is held', 'Keeps others out: a lock, a lease, a promise to commit.'),
  sign('person', 'Row for a person', 'Nobody goes on before a human has decided.'),
  sign('bolt', 'Fault', 'Where a failure was put.'),
  sign('pulse', 'Alive', 'The process runs.'),
  sign('flat', 'Dead', 'Its memory is gone.'),
  sign('paused', 'Paused', 'It stands still and keeps its memory.'),
  sign('holds', 'Holds', 'The claim is true so far.'),
  sign('open', 'Not yet', 'Decided when the run is quiet.'),
  sign('broken', 'Broken', 'The claim became false.'),
]

/** The marks and what they mean. */
export function Legend() {
  return (
    <dl className={styles.legend}>
      {entries.map(({ drawing, name, text }) => (
        <div key={name} className={styles.entry}>
          <dt>
            <span className={styles.drawing}>{drawing}</span>
            {name}
          </dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
