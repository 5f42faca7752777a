import { useMemo } from 'react'
import type { Row } from '../../engine'
import { useFrame, usePlayground, usePlaygroundApi } from '../../stores/react'
import { isLitBy } from '../canvas/highlight'
import { keyReaders } from '../canvas/keyReaders'
import styles from './Figures.module.css'
import { saysWhom, waitingIn, waitingTables, type Waiting } from './waiting'

/** Every row that waits at the play head, as a sentence. */
export function WhoWaits() {
  const stage = usePlayground((state) => state.lesson.stage)
  const system = usePlayground((state) => state.system)
  const trace = usePlayground((state) => state.run.trace)
  const tables = useMemo(
    () => waitingTables(stage, system).filter((table) => saysWhom(trace, table)),
    [stage, system, trace],
  )
  const keyOf = useMemo(() => keyReaders(system), [system])
  const titles = useMemo(
    () =>
      new Map([...system.services, ...(system.brokers ?? [])].map(({ id, title }) => [id, title])),
    [system],
  )
  const rows = useFrame(
    (frame) => tables.map(({ database, spec }) => frame.rows(database, spec.table)),
    sameLists,
  )
  const waiting = tables.flatMap((table, place) =>
    waitingIn(table, rows[place] ?? [], keyOf(table.database, table.spec.table), (id) =>
      titles.get(id),
    ),
  )
  return (
    <section className={styles.part}>
      <h2>Who waits for whom</h2>
      {tables.length === 0 ? (
        <p className={styles.nothing}>
          No table of this system says it: nobody in it can be asked who waits for whom. What a
          process remembers dies with it, and each knows only its own part.
        </p>
      ) : waiting.length === 0 ? (
        <p className={styles.nothing}>Nobody waits at this moment.</p>
      ) : (
        <ul className={styles.events}>
          {waiting.map((one) => (
            <WaitingItem
              key={`${one.ref.database}/${one.ref.table}/${one.ref.key}`}
              waiting={one}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

const sameLists = (a: readonly (readonly Row[])[], b: readonly (readonly Row[])[]) =>
  a.length === b.length && a.every((list, place) => list === b[place])

function WaitingItem({ waiting: { ref, row, who, does } }: { readonly waiting: Waiting }) {
  const api = usePlaygroundApi()
  const lit = usePlayground((state) => isLitBy(state, ref, row))
  return (
    <li data-lit={lit}>
      <button
        type="button"
        aria-pressed={lit}
        onClick={() => api.select(lit ? null : { kind: 'row', row: ref })}
      >
        <b>{who}</b> {does}
      </button>
    </li>
  )
}
