import { useFrame } from '../../stores/react'
import type { Box } from './geometry'
import { sameContent } from './equality'
import { readersOf, type Reader } from './positions'
import { useStage } from './stageContext'
import styles from './StandNode.module.css'

interface PositionsProps {
  readonly broker: string
  readonly box: Box
}

/** How far each group has come, as the broker keeps it. */
export function Positions({ broker, box }: PositionsProps) {
  const { titleOf } = useStage()
  const readers = useFrame((frame) => readersOf(frame, broker), sameContent)
  const groups = [...new Set(readers.map((reader) => reader.group))]
  return (
    <p className={styles.foot} style={{ left: box.x, top: box.y, width: box.width }}>
      {groups.length === 0
        ? 'nobody has read yet'
        : groups.map((group) => `${positionsText(readers, group)} · ${titleOf(group)}`).join('  ')}
    </p>
  )
}

function positionsText(readers: readonly Reader[], group: string): string {
  const own = readers.filter((reader) => reader.group === group)
  return `position ${own.map((reader) => reader.position).join(', ')}`
}
