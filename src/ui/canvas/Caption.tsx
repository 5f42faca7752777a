import { ListTree, Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import { useReactFlow } from '@xyflow/react'
import { usePlayground } from '../../stores/react'
import type { PlaygroundState } from '../../stores/playground.types'
import { IconButton } from '../primitives/IconButton'
import { Legend } from './Legend'
import { useStage } from './stageContext'
import styles from './Caption.module.css'

interface CaptionProps {
  readonly outlined: boolean
  readonly onOutline: () => void
  readonly onFit: () => void
}

/** The figure's title, its legend, and what a pointer does by dragging and the wheel, as buttons. */
export function Caption({ outlined, onOutline, onFit }: CaptionProps) {
  const { density } = useStage()
  const { zoomIn, zoomOut } = useReactFlow()
  const figure = usePlayground(figureNumber)
  const title = usePlayground(figureTitle)
  return (
    <header className={styles.caption}>
      <p className={styles.title}>
        <i>{figure}</i> {title}
      </p>
      {density === 'wide' && <Legend />}
      <div className={styles.tools}>
        {density === 'wide' && (
          <>
            <IconButton label="Zoom out" onClick={() => void zoomOut()}>
              <ZoomOut />
            </IconButton>
            <IconButton label="Zoom in" onClick={() => void zoomIn()}>
              <ZoomIn />
            </IconButton>
            <IconButton label="Put everything back in view" onClick={onFit}>
              <Maximize />
            </IconButton>
          </>
        )}
        <IconButton label="Outline as a list" aria-pressed={outlined} onClick={onOutline}>
          <ListTree />
        </IconButton>
      </div>
    </header>
  )
}

/** `Fig. 16.4`: the number of the lesson, and the place of the preset in it. */
function figureNumber({ lesson, preset }: PlaygroundState): string {
  const place = lesson.presets.findIndex((each) => each.id === preset?.id)
  const parts = [lesson.order, place < 0 ? undefined : place + 1].filter(
    (part) => part !== undefined,
  )
  return parts.length === 0 ? '' : `Fig. ${parts.join('.')}`
}

function figureTitle({ lesson, preset, scenario }: PlaygroundState): string {
  const variant = lesson.variants.find((each) => each.id === scenario.variant) ?? lesson.variants[0]
  return scenario.title ?? preset?.title ?? variant?.title ?? lesson.title
}
