import { useMemo } from 'react'
import { usePlayground } from '../../stores/react'
import type { MessageRole } from '../../engine'
import { Mark } from '../marks/Mark'
import { Sign } from '../marks/Sign'
import { usedMarks } from './usedMarks'
import styles from './Caption.module.css'

const roles: readonly MessageRole[] = ['command', 'event', 'reply', 'query', 'compensation']

const rowSigns = [
  { mark: 'waits', sign: 'waiting', text: 'row that waits' },
  { mark: 'held', sign: 'held', text: 'keeps others out' },
  { mark: 'person', sign: 'person', text: 'needs a person' },
] as const

/** The marks that this run uses. */
export function Legend() {
  const trace = usePlayground((state) => state.run.trace)
  const stage = usePlayground((state) => state.lesson.stage)
  const used = useMemo(() => usedMarks(trace, stage), [trace, stage])
  return (
    <ul className={styles.legend} aria-label="Marks">
      {roles
        .filter((role) => used.roles.has(role))
        .map((role) => (
          <li key={role}>
            <Mark role={role} scale={0.62} />
            {role}
          </li>
        ))}
      {rowSigns
        .filter(({ mark }) => used.rows.has(mark))
        .map(({ mark, sign, text }) => (
          <li key={mark}>
            <Sign name={sign} scale={0.66} />
            {text}
          </li>
        ))}
    </ul>
  )
}
