import { useState } from 'react'
import type { Row, System } from '../../engine'
import type { Fold } from '../../lessons/definition'
import { useFrame, usePlayground } from '../../stores/react'
import { Select } from '../primitives/Select'
import { Slider } from '../primitives/Slider'
import { databasesOf } from '../rows/tables'
import { EventList } from './EventList'
import styles from './Figures.module.css'
import { eventsOf, stateAfter, streamsOf } from './folding'

/** A stream of events and the state it comes to at any version, as of the play head. */
export function Folds({ fold }: { readonly fold: Fold }) {
  const rows = useFrame((frame) => frame.rows(fold.database, fold.table))
  const keeps = usePlayground(({ system }) => keepsEvents(system, fold))
  const [chosen, setChosen] = useState('')
  const streams = streamsOf(rows, fold)
  const stream = streams.includes(chosen) ? chosen : streams[0]
  return (
    <section className={styles.part}>
      <h2>{fold.title} at any version</h2>
      {stream === undefined ? (
        <p className={styles.nothing}>
          {keeps
            ? 'No event has been stored yet.'
            : 'This variant stores no events, so nothing can be folded: what was before is gone.'}
        </p>
      ) : (
        <>
          {streams.length > 1 && (
            <Select label="Stream" value={stream} onChange={setChosen}>
              {streams.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </Select>
          )}
          <Versions key={stream} fold={fold} events={eventsOf(rows, stream, fold)} />
        </>
      )}
    </section>
  )
}

function keepsEvents(system: System, { database, table }: Fold): boolean {
  const found = databasesOf(system).find(({ id }) => id === database)
  return found?.tables.some((each) => each.table === table) ?? false
}

interface VersionsProps {
  readonly fold: Fold
  readonly events: readonly Row[]
}

function Versions({ fold, events }: VersionsProps) {
  /** Null follows the newest. */
  const [wanted, setWanted] = useState<number | null>(null)
  const version = Math.min(wanted ?? events.length, events.length)
  return (
    <>
      <Slider
        label="Version"
        min={0}
        max={events.length}
        value={version}
        text={`${version} of ${events.length}`}
        onChange={(next) => setWanted(next === events.length ? null : next)}
      />
      <dl className={styles.state}>
        {stateAfter(events, version, fold.state).map(({ name, value, changed }) => (
          <div key={name} data-changed={changed}>
            <dt>{name}</dt>
            <dd>
              {value}
              {changed && <span className="visually-hidden">, changed by the last event</span>}
            </dd>
          </div>
        ))}
      </dl>
      <EventList fold={fold} events={events.slice(0, version)} />
    </>
  )
}
