import { useFrame } from '../../stores/react'
import type { Box } from './geometry'
import { sameContent } from './equality'
import { Pointer } from './Pointer'
import { readersOf, type Reader } from './positions'
import { useStage } from './stageContext'
import styles from './StandNode.module.css'

interface PositionsProps {
  readonly broker: string
  readonly box: Box
  /** In the order in which their pointers differ. */
  readonly groups: readonly string[]
}

/** How far each group has come, as the broker keeps it. */
export function Positions({ broker, box, groups }: PositionsProps) {
  const { titleOf } = useStage()
  const readers = useFrame((frame) => readersOf(frame, broker), sameContent)
  const known = [...new Set([...groups, ...readers.map((reader) => reader.group)])]
  return (
    <div
      className={styles.foot}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
    >
      {readers.length === 0 ? (
        <p>nobody has read yet</p>
      ) : (
        known.map((group, place) => (
          <p key={group}>
            {known.length > 1 && <Pointer place={place} />}
            {positionsText(readers, group)} · {titleOf(group)}
          </p>
        ))
      )}
    </div>
  )
}

function positionsText(readers: readonly Reader[], group: string): string {
  const own = readers.filter((reader) => reader.group === group)
  return own.length === 0
    ? 'no position'
    : `position ${own.map((reader) => reader.position).join(', ')}`
}
