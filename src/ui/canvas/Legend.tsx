import { usePlayground } from '../../stores/react'
import type { MessageRole, Trace } from '../../engine'
import type { Lesson } from '../../lessons/definition'
import { Mark } from '../marks/Mark'
import { Sign } from '../marks/Sign'
import styles from './Caption.module.css'

const roles: readonly MessageRole[] = ['command', 'event', 'reply', 'query', 'compensation']

/** The marks that this run uses. */
export function Legend() {
  const trace = usePlayground((state) => state.run.trace)
  const lesson = usePlayground((state) => state.lesson)
  const used = usedRoles(trace)
  return (
    <ul className={styles.legend} aria-label="Marks">
      {roles
        .filter((role) => used.has(role))
        .map((role) => (
          <li key={role}>
            <Mark role={role} scale={0.62} />
            {role}
          </li>
        ))}
      {hasOutbox(lesson) && (
        <li>
          <Sign name="waiting" scale={0.66} />
          row that waits
        </li>
      )}
    </ul>
  )
}

function usedRoles(trace: Trace): ReadonlySet<MessageRole> {
  const used = new Set<MessageRole>()
  for (const event of trace.events) if (event.kind === 'messageSent') used.add(event.role)
  return used
}

function hasOutbox(lesson: Lesson): boolean {
  return Object.values(lesson.stage.tables).some((tables) =>
    tables.some((table) => table.state !== undefined),
  )
}
