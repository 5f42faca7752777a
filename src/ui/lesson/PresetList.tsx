import type { Lesson, Preset } from '../../lessons/definition'
import { usePlayground, usePlaygroundApi } from '../../stores/react'
import { Button } from '../primitives/Button'
import styles from './LessonPanel.module.css'

/** Scenarios to play: what goes wrong, and the same faults against a program that bears them. */
export function PresetList({ lesson }: { readonly lesson: Lesson }) {
  if (lesson.presets.length === 0) return null
  return (
    <details className={styles.more}>
      <summary>
        {lesson.presets.length === 1 ? 'A scenario' : `${lesson.presets.length} scenarios`} to play
      </summary>
      <ul className={styles.presets}>
        {lesson.presets.map((preset) => (
          <PresetItem key={preset.id} lesson={lesson} preset={preset} />
        ))}
      </ul>
    </details>
  )
}

interface PresetItemProps {
  readonly lesson: Lesson
  readonly preset: Preset
}

function PresetItem({ lesson, preset }: PresetItemProps) {
  const api = usePlaygroundApi()
  const current = usePlayground((state) => state.preset?.id === preset.id)
  const chosen = usePlayground((state) => state.scenario.variant ?? lesson.variants[0]?.id)
  const titleOf = (id: string) => lesson.variants.find((variant) => variant.id === id)?.title ?? id
  const open = (variant: string) => {
    api.applyPreset(preset.id, { variant })
    api.seek(0)
    api.play()
  }
  return (
    <li className={styles.preset} data-current={current}>
      <h4>{preset.title}</h4>
      <p>{preset.text}</p>
      <div className={styles.ways}>
        {[preset.variant, preset.against].map((variant) => (
          <Button
            key={variant}
            size="small"
            aria-pressed={current && chosen === variant}
            aria-label={`${preset.title}: ${titleOf(variant)}`}
            onClick={() => open(variant)}
          >
            {titleOf(variant)}
          </Button>
        ))}
      </div>
    </li>
  )
}
