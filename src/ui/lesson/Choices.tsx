import type { Lesson } from '../../lessons/definition'
import { ParamControl } from '../params/ParamControl'
import styles from './LessonPanel.module.css'

/** More than these would push the lesson itself out of sight. */
const mostOpen = 2

/** The choices and switches of a lesson, and what its text speaks of: that should not hide in a dialog. */
export function Choices({ lesson }: { readonly lesson: Lesson }) {
  const choices = lesson.params.filter(
    ({ unit, options, prominent }) => options || unit === '' || prominent,
  )
  if (!choices.some(({ options, prominent }) => options || prominent)) return null
  const fields = (
    <fieldset className={styles.choices}>
      <legend className="visually-hidden">Choices</legend>
      {choices.map((param) => (
        <ParamControl key={param.id} param={param} />
      ))}
    </fieldset>
  )
  if (choices.length <= mostOpen) return fields
  return (
    <details className={styles.manyChoices}>
      <summary>{choices.length} choices to make</summary>
      {fields}
    </details>
  )
}
