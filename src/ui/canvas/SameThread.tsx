import { ViewportPortal } from '@xyflow/react'
import { useFrame, usePlayground } from '../../stores/react'
import { sameContent } from './equality'
import { litId } from './highlight'
import { threadOf } from './sameThread'
import { useStage } from './stageContext'
import type { Scene } from './useScene'
import styles from './SameThread.module.css'

/** Ties what is lit in two places together: a row, and the record it became. */
export function SameThread({ scene }: { readonly scene: Scene }) {
  const id = usePlayground((state) => litId(state, state.selection))
  return id === null ? null : <Thread id={id} scene={scene} />
}

function Thread({ id, scene }: { readonly id: string; readonly scene: Scene }) {
  const { density, keyOf } = useStage()
  const { placed, moved } = scene
  const thread = useFrame(
    (frame) => threadOf(id, { frame, placed, moved, density, keyOf }),
    sameContent,
  )
  if (!thread) return null
  const { from, to } = thread
  const x = (from.x + to.x) / 2
  const y = (from.y + to.y) / 2
  return (
    <ViewportPortal>
      <svg className={styles.thread} width={1} height={1} aria-hidden>
        <path d={`M${from.x} ${from.y}C${x} ${from.y} ${x} ${to.y} ${to.x} ${to.y}`} />
      </svg>
      <p
        className={styles.pill}
        style={{ transform: `translate(${x}px, ${y}px) translate(-50%, -50%)` }}
      >
        same {id}
      </p>
    </ViewportPortal>
  )
}
