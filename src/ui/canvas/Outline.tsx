import { useFrame } from '../../stores/react'
import { sameContent } from './equality'
import { outlineOf, type OutlineEntry } from './outlineView'
import { useStage } from './stageContext'
import type { Stand } from './stands'
import styles from './Outline.module.css'

interface OutlineProps {
  readonly shown: boolean
  readonly stands: readonly Stand[]
}

/** The picture as a list: what a screen reader reads, and what anybody can show. */
export function Outline({ shown, stands }: OutlineProps) {
  const { titleOf, isBroker } = useStage()
  const outline = useFrame((frame) => outlineOf({ frame, stands, titleOf, isBroker }), sameContent)
  return (
    <section
      className={shown ? styles.outline : 'visually-hidden'}
      aria-label="Outline of the system"
    >
      <h2 className={styles.title}>Outline</h2>
      <ul>
        {outline.stands.map((entry, place) => (
          <Entry key={place} entry={entry} />
        ))}
        <li>
          <b>In flight</b>
          <Lines lines={outline.flights} none="nothing" />
        </li>
        {outline.links.length > 0 && (
          <li>
            <b>Links</b>
            <Lines lines={outline.links} none="" />
          </li>
        )}
      </ul>
    </section>
  )
}

function Entry({ entry }: { readonly entry: OutlineEntry }) {
  return (
    <li>
      <b>{entry.title}</b>
      <Lines lines={entry.lines} none="" />
    </li>
  )
}

function Lines({ lines, none }: { readonly lines: readonly string[]; readonly none: string }) {
  if (lines.length === 0) return none === '' ? null : <p>{none}</p>
  return (
    <ul className={styles.lines}>
      {lines.map((line, place) => (
        <li key={place}>{line}</li>
      ))}
    </ul>
  )
}
