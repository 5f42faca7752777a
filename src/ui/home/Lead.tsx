import { Play } from 'lucide-react'
import { useRef } from 'react'
import type { Scenario } from '../../document/scenario'
import { usePlaygroundApi } from '../../stores/react'
import { Stage } from '../canvas/Stage'
import { Sign } from '../marks/Sign'
import { Button } from '../primitives/Button'
import { Loop } from './Loop'
import { relayDies } from './relayDies'
import { Wire } from './Wire'
import styles from './Lead.module.css'

interface LeadProps {
  /** Goes to the lesson at that moment, with that failure. */
  readonly onBreak: (scenario: Scenario) => void
  /** The lesson with nothing broken. */
  readonly watchHref: string
  /** The run of an earlier visit, once it is known. */
  readonly lastRun: { readonly href: string; readonly timeMs: number } | null
}

/** The headline beside a running system, and the button that is wired to its relay. */
export function Lead({ onBreak, watchHref, lastRun }: LeadProps) {
  const playground = usePlaygroundApi()
  const section = useRef<HTMLElement>(null)
  const live = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const crash = () => onBreak(relayDies(playground))
  return (
    <section ref={section} className={styles.lead} aria-labelledby="headline">
      <div className={styles.say}>
        <h1 id="headline">Break distributed data in your browser.</h1>
        <p className={styles.sub}>
          See why it broke. Fix it. Share the link. Real code, real rows, and a failure on the exact
          line you choose.
        </p>
        <p className={styles.hint}>
          This order system is running. The relay carries rows to the broker: pull its plug and see
          what survives, or <a href={watchHref}>watch it work first</a>.
        </p>
        <Button
          ref={button}
          tone="fault"
          size="large"
          icon={<Sign name="bolt" scale={0.8} className={styles.bolt} />}
          onClick={crash}
        >
          Crash the relay now
        </Button>
        <p className={styles.again}>
          {lastRun && (
            <a href={lastRun.href}>
              <Play size={15} aria-hidden />
              <span>
                Go on with your last run, on disk to{' '}
                <span className="mono">{lastRun.timeMs.toFixed(1)} ms</span>
              </span>
            </a>
          )}
        </p>
      </div>
      <div ref={live} className={styles.live}>
        <Stage interactive={false} />
        <Loop />
      </div>
      <Wire around={section} from={button} beside={live} to="[data-process=relay]" />
    </section>
  )
}
