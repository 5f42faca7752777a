import type { Lesson } from '../../lessons/definition'
import { ParamControl } from '../params/ParamControl'
import styles from './LessonPanel.module.css'

/** The choices and switches of a lesson, and what its text speaks of: that should not hide in a dialog. */
export function Choices({ lesson }: { readonly lesson: Lesson }) {
  const choices = lesson.params.filter(
    ({ unit, options, prominent }) => options || unit === '' || prominent,
  )
  if (!choices.some(({ options, prominent }) => options || prominent)) return null
  return (
    <fieldset className={styles.choices}>
      <legend className="visually-hidden">Choices</legend>
      {choices.map((param) => (
        <ParamControl key={param.id} param={param} />
      ))}
    </fieldset>
  )
}
