import { formatMs } from '../../stores/vocabulary'
import type { ProcessView } from './processView'
import { useStage } from './stageContext'
import type { Process } from './stands'
import styles from './ProcessText.module.css'

interface ProcessTextProps {
  readonly process: Process
  readonly view: ProcessView
  readonly small: boolean
  readonly tiny: boolean
}

/** The words on a process: its name and what it has in memory. Spoken by its button, so hidden here. */
export function ProcessText({ process, view, small, tiny }: ProcessTextProps) {
  const { density } = useStage()
  const [first = 'idle', ...others] = view.memory
  return (
    <div
      className={styles.text}
      data-status={view.status}
      data-kind={process.kind}
      data-small={small}
      aria-hidden
    >
      <p className={styles.title}>
        {density === 'narrow' && tiny ? shortName(process) : process.title}
      </p>
      {view.slowFactor !== 1 && <span className={styles.badge}>×{view.slowFactor}</span>}
      {view.status === 'crashed' ? (
        <DeadLines view={view} small={small} />
      ) : (
        <>
          <p className={styles.line} data-idle={view.memory.length === 0}>
            {first}
          </p>
          {process.kind !== 'client' && <p className={styles.line}>{moreText(others)}</p>}
        </>
      )}
      {view.skewUs !== 0 && <span className={styles.clock}>clock {signed(view.skewUs)}</span>}
      {view.status === 'paused' && view.backAtUs !== null && (
        <span className={styles.clock}>until {formatMs(view.backAtUs)}</span>
      )}
      {view.restarted && <span className={styles.back}>back {formatMs(view.sinceUs)}</span>}
    </div>
  )
}

function DeadLines({ view, small }: Omit<ProcessTextProps, 'process' | 'tiny'>) {
  const back = view.backAtUs === null || small ? '' : `–${formatMs(view.backAtUs)}`
  return (
    <>
      <p className={styles.line}>
        <span className={styles.plate}>
          dead {formatMs(view.sinceUs)}
          {back}
        </span>
      </p>
      {view.forgotten && (
        <p className={styles.line}>
          <s className={styles.plate}>{view.forgotten}</s>
        </p>
      )}
    </>
  )
}

/** On a phone there is no room to say that a service is one. */
const shortName = ({ title }: Process) => title.replace(/Service$/, '')

function moreText(lines: readonly string[]): string {
  const [second = '', ...rest] = lines
  return rest.length === 0 ? second : `and ${rest.length + 1} more`
}

function signed(skewUs: number): string {
  const seconds = skewUs / 1_000_000
  return `${seconds > 0 ? '+' : '−'}${Math.abs(seconds)} s`
}
