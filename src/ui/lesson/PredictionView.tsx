import { Check, X } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import type { Act, Lesson, Prediction } from '../../lessons/definition'
import { outcomeOf } from '../../stores/prediction'
import { usePlayback, usePlayground, usePlaygroundApi } from '../../stores/react'
import { Button } from '../primitives/Button'
import styles from './LessonPanel.module.css'
import { setAnswered, useProgress } from './progress'
import { unanswered } from './progressText'
import { Spans } from './Prose'
import { playScene } from './scene'

interface PredictionViewProps {
  readonly lesson: Lesson
  /** The act that asks. */
  readonly act: Act['id']
  readonly prediction: Prediction
}

/** A question asked before the outcome is shown, and answered by the run itself. */
export function PredictionView({ lesson, act, prediction }: PredictionViewProps) {
  const { answer, told } = useProgress(
    lesson.id,
    ({ predictions }) => predictions[act] ?? unanswered,
  )
  const right = useMemo(
    () => (told ? outcomeOf(lesson, prediction) : null),
    [told, lesson, prediction],
  )
  useToldAtTheEnd({ lesson, act, prediction }, answer !== null && !told)
  return (
    <fieldset className={styles.prediction}>
      <legend>
        <Spans text={prediction.question} />
      </legend>
      <div className={styles.options}>
        {prediction.options.map((option, index) => (
          <label
            key={option}
            className={styles.option}
            data-right={told && option === right}
            data-wrong={told && index === answer && option !== right}
          >
            <input
              type="radio"
              name={`prediction ${lesson.id} ${act}`}
              checked={index === answer}
              disabled={told}
              onChange={() => setAnswered(lesson.id, act, { answer: index })}
            />
            <span>{option}</span>
            {told && option === right && <Check aria-label="right" />}
            {told && index === answer && option !== right && <X aria-label="not so" />}
          </label>
        ))}
        {answer !== null && !told && <em>your answer</em>}
      </div>
      {answer !== null && !told && <Tell lesson={lesson} act={act} prediction={prediction} />}
      {told && (
        <output className={styles.because}>
          <b>{right === null ? '' : `The run says ${right}. `}</b>
          <Spans text={prediction.because} />
        </output>
      )}
    </fieldset>
  )
}

function Tell({ lesson, act, prediction }: PredictionViewProps) {
  const api = usePlaygroundApi()
  const { preset, variant } = prediction
  const scene = { label: '', preset, ...(variant === undefined ? {} : { variant }) }
  return (
    <div className={styles.tell}>
      <Button tone="ink" onClick={() => playScene(api, scene)}>
        Play it and see
      </Button>
      <Button tone="quiet" onClick={() => setAnswered(lesson.id, act, { told: true })}>
        Just tell me
      </Button>
    </div>
  )
}

/** Whoever has seen the run that was asked about to its end has seen the answer. */
function useToldAtTheEnd({ lesson, act, prediction }: PredictionViewProps, waiting: boolean): void {
  const preset = usePlayground((state) => state.preset?.id)
  const variant = usePlayground((state) => state.scenario.variant ?? lesson.variants[0]?.id)
  const endUs = usePlayground((state) => state.run.endUs)
  const atEnd = usePlayback(({ head }) => head.timeUs >= endUs)
  const asked = lesson.presets.find(({ id }) => id === prediction.preset)
  const isAsked = preset === asked?.id && variant === (prediction.variant ?? asked?.variant)
  const seen = waiting && atEnd && isAsked
  useEffect(() => {
    if (seen) setAnswered(lesson.id, act, { told: true })
  }, [seen, lesson.id, act])
}
