import { usePlayground } from '../../stores/react'
import { ActItem } from './ActItem'
import { Choices } from './Choices'
import styles from './LessonPanel.module.css'
import { PresetList } from './PresetList'
import { useProgress } from './progress'
import { Sources } from './Sources'

/** The lesson in its acts: watch, predict, break, why, fix, what still hurts. */
export function LessonPanel() {
  const lesson = usePlayground((state) => state.lesson)
  const act = useProgress(lesson.id, (progress) => progress.act)
  const at = Math.max(
    0,
    lesson.acts.findIndex(({ id }) => id === act),
  )
  return (
    <div className={styles.lesson}>
      <p className={styles.summary}>{lesson.summary}</p>
      <Choices lesson={lesson} />
      <ol className={styles.acts}>
        {lesson.acts.map((one, index) => (
          <ActItem
            key={one.id}
            lesson={lesson}
            act={one}
            state={index < at ? 'done' : index === at ? 'now' : 'next'}
            following={lesson.acts[index + 1]}
          />
        ))}
      </ol>
      <PresetList lesson={lesson} />
      <Sources lesson={lesson} />
    </div>
  )
}
