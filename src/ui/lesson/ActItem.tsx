import { ArrowRight, Play } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Act, Lesson } from '../../lessons/definition'
import { usePlaygroundApi } from '../../stores/react'
import { Button } from '../primitives/Button'
import styles from './LessonPanel.module.css'
import { actLabel } from './acts'
import { PredictionView } from './PredictionView'
import { goToAct } from './progress'
import { Prose } from './Prose'
import { playScene } from './scene'

interface ActItemProps {
  readonly lesson: Lesson
  readonly act: Act
  readonly state: 'done' | 'now' | 'next'
  readonly following: Act | undefined
}

export function ActItem({ lesson, act, state, following }: ActItemProps) {
  const now = state === 'now'
  const item = useBroughtIntoView(now)
  return (
    <li
      ref={item}
      className={styles.act}
      data-state={state}
      aria-current={now ? 'step' : undefined}
    >
      <h3 className={styles.heading}>
        <button
          type="button"
          aria-expanded={now}
          disabled={now}
          onClick={() => goToAct(lesson.id, act.id)}
        >
          <span className={styles.dot} aria-hidden />
          <span className={styles.label}>{actLabel(act.id)}</span>{' '}
          {!now && hasTitle(act) && <span className={styles.title}>{act.title}</span>}
          {state === 'done' && <span className="visually-hidden">, done</span>}
        </button>
      </h3>
      {now && <ActBody lesson={lesson} act={act} following={following} />}
    </li>
  )
}

/** Whoever goes on to an act begins to read at its top; the act that a lesson opens with stays where it is. */
function useBroughtIntoView(now: boolean) {
  const item = useRef<HTMLLIElement>(null)
  const before = useRef(now)
  useEffect(() => {
    if (now && !before.current) item.current?.scrollIntoView({ block: 'start' })
    before.current = now
  }, [now])
  return item
}

/** A title that only repeats the name of the act says nothing. */
const hasTitle = (act: Act) => act.title !== actLabel(act.id)

type ActBodyProps = Omit<ActItemProps, 'state'>

function ActBody({ lesson, act, following }: ActBodyProps) {
  const api = usePlaygroundApi()
  const { scenes = [], prediction } = act
  const toNext = () => following && goToAct(lesson.id, following.id)
  return (
    <div className={styles.card}>
      {hasTitle(act) && <h4>{act.title}</h4>}
      <Prose paragraphs={act.text} />
      {prediction && <PredictionView lesson={lesson} act={act.id} prediction={prediction} />}
      <div className={styles.ways}>
        {scenes.map((scene) => (
          <Button
            key={scene.label}
            tone="ink"
            icon={<Play size={14} />}
            onClick={() => playScene(api, scene)}
          >
            {scene.label}
          </Button>
        ))}
        {following && (
          <Button tone={scenes.length > 0 || prediction ? 'outline' : 'ink'} onClick={toNext}>
            {actLabel(following.id)}
            <ArrowRight size={14} aria-hidden />
          </Button>
        )}
      </div>
      {!following && <blockquote className={styles.soundbite}>{lesson.soundbite}</blockquote>}
    </div>
  )
}
