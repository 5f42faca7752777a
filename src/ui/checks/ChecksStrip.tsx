import { useMemo } from 'react'
import type { CheckInfo } from '../../lessons/definition'
import { useFrame, usePlayback, usePlayground, usePlaygroundApi } from '../../stores/react'
import { Sign } from '../marks/Sign'
import { stateText, summary } from './checkText'
import { Liveness } from './Liveness'
import styles from './ChecksStrip.module.css'

/** More cells than this have room for the claim only; the mark says how it stands. */
const roomyCells = 5

/** Each claim with its state at the play head. */
export function ChecksStrip() {
  const checks = useJudged()
  return (
    <section aria-label="Checks" className={styles.strip}>
      <Summary checks={checks} />
      <ul className={styles.list} data-many={checks.length > roomyCells}>
        {checks.map((check) => (
          <CheckCell key={check.id} check={check} />
        ))}
      </ul>
      <Liveness />
    </section>
  )
}

/** The claims that this system is judged by; other stories of the lesson have others. */
function useJudged(): readonly CheckInfo[] {
  const checks = usePlayground((state) => state.lesson.checks)
  const run = usePlayground((state) => state.run)
  return useMemo(() => {
    const judged = new Set(run.checks.map(({ id }) => id))
    return checks.filter(({ id }) => judged.has(id))
  }, [checks, run])
}

function Summary({ checks }: { readonly checks: readonly CheckInfo[] }) {
  const text = useFrame((frame) =>
    summary(checks.map(({ id }) => frame.checks.get(id)?.state ?? 'open')),
  )
  return (
    <p className={styles.summary}>
      <span className="caption">Checks</span> <span>{text}</span>
    </p>
  )
}

const idle = { state: 'open', sinceUs: 0, why: '' } as const

function CheckCell({ check }: { readonly check: CheckInfo }) {
  const api = usePlaygroundApi()
  const frame = useFrame(
    (now) => now.checks.get(check.id) ?? idle,
    (a, b) => a.state === b.state && a.sinceUs === b.sinceUs && a.why === b.why,
  )
  const ended = usePlayback(({ head }) => head.timeUs >= api.getState().run.endUs)
  const lit = usePlayground(
    ({ selection }) => selection?.kind === 'check' && selection.check === check.id,
  )
  const choose = () => {
    const result = api.getState().run.checks.find(({ id }) => id === check.id)
    if (frame.state === 'broken' && result?.brokenAt != null) api.seekIndex(result.brokenAt)
    api.select(lit && frame.state !== 'broken' ? null : { kind: 'check', check: check.id })
  }
  const state = stateText(check.claim, frame, ended)
  return (
    <li className={styles.cell} data-state={frame.state} data-lit={lit}>
      <button
        type="button"
        aria-pressed={lit}
        title={frame.why || undefined}
        className={styles.check}
        onClick={choose}
      >
        <Sign name={frame.state} />
        <span className={styles.words}>
          {check.text}
          <small>{state}</small>
        </span>
      </button>
    </li>
  )
}
