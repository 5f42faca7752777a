import { useFrame } from '../../stores/react'
import { footColumns } from './anatomy'
import type { Box } from './geometry'
import { sameContent } from './equality'
import { Pointer } from './Pointer'
import { readersOf, type Reader } from './positions'
import { useStage } from './stageContext'
import type { TopicReader } from './stands'
import styles from './StandNode.module.css'

interface PositionsProps {
  readonly broker: string
  readonly box: Box
  readonly readers: readonly TopicReader[]
}

/** How far each group has come in each topic, as the broker keeps it. */
export function Positions({ broker, box, readers }: PositionsProps) {
  const { titleOf } = useStage()
  const positions = useFrame((frame) => readersOf(frame, broker), sameContent)
  const several = readers.length > 1
  const columns = footColumns(box.width, readers.length)
  return (
    <div
      className={styles.foot}
      style={{
        left: box.x,
        top: box.y,
        width: box.width,
        height: box.height,
        columnCount: columns,
      }}
    >
      {positions.length === 0 ? (
        <p>nobody has read yet</p>
      ) : (
        readers.map((reader) => (
          <p key={`${reader.source}/${reader.group}`}>
            {several && <Pointer place={placeOf(reader, readers)} />}
            {positionsText(positions, reader, several)} · {titleOf(reader.group)}
          </p>
        ))
      )}
    </div>
  )
}

/** Groups of one topic have different pointers. */
const placeOf = (reader: TopicReader, readers: readonly TopicReader[]) =>
  readers.filter(({ source }) => source === reader.source).indexOf(reader)

/** @param short beside its pointer, which says that it is a position. */
function positionsText(
  positions: readonly Reader[],
  { group, source }: TopicReader,
  short: boolean,
): string {
  const own = positions.filter((each) => each.group === group && each.topic === source)
  if (own.length === 0) return 'no position'
  const text = own.map(({ position }) => position).join(', ')
  return short ? text : `position ${text}`
}
