import { useFrame } from '../../stores/react'
import type { Frame } from '../../playback/frame'
import type { Box } from './geometry'
import { sameContent } from './equality'
import { useStage } from './stageContext'
import styles from './StandNode.module.css'

interface PositionsProps {
  readonly broker: string
  readonly box: Box
}

/** How far each group has come, as the broker keeps it. */
export function Positions({ broker, box }: PositionsProps) {
  const { titleOf } = useStage()
  const positions = useFrame((frame) => positionsOf(frame, broker), sameContent)
  const text = positions.map(
    ({ group, partition, position }) =>
      `${titleOf(group)}: position ${position}${partition > 0 ? ` in ${partition}` : ''}`,
  )
  return (
    <p className={styles.foot} style={{ left: box.x, top: box.y, width: box.width }}>
      {text.length === 0 ? 'no position yet' : text.join(', ')}
    </p>
  )
}

interface Position {
  readonly group: string
  readonly partition: number
  readonly position: number
}

function positionsOf(frame: Frame, broker: string): readonly Position[] {
  return frame.rows(broker, 'positions').map((row) => ({
    group: String(row['group']),
    partition: Number(row['partition']),
    position: Number(row['position']),
  }))
}
