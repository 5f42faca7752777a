import { Handle, Position, type Node, type NodeProps } from '@xyflow/react'
import { useFrame } from '../../stores/react'
import type { Frame } from '../../playback/frame'
import type { Anatomy, TableBox } from './anatomy'
import { Drum } from './Drum'
import { OutboxTable } from './OutboxTable'
import { Positions } from './Positions'
import { ProcessBox } from './ProcessBox'
import { RowsTable } from './RowsTable'
import type { Stand } from './stands'
import { AbsentTable } from './TableFrame'
import { TopicTable } from './TopicTable'
import { litChanges } from './useTable'
import styles from './StandNode.module.css'

export type StandNodeType = Node<{ readonly stand: Stand; readonly anatomy: Anatomy }, 'stand'>

/** A drum and the processes that stand on it. */
export function StandNode({ data }: NodeProps<StandNodeType>) {
  const { stand, anatomy } = data
  return (
    <div className={styles.stand} style={{ width: anatomy.width, height: anatomy.height }}>
      <Handle type="source" position={Position.Right} isConnectable={false} />
      <Handle type="target" position={Position.Left} isConnectable={false} />
      {stand.database !== null && (
        <Disk stand={stand} database={stand.database} anatomy={anatomy} />
      )}
      {stand.processes.map((process, place) => {
        const box = anatomy.processes[place]
        return box && <ProcessBox key={process.id} process={process} box={box} />
      })}
    </div>
  )
}

interface DiskProps {
  readonly stand: Stand
  readonly database: string
  readonly anatomy: Anatomy
}

function Disk({ stand, database, anatomy }: DiskProps) {
  const state = useFrame((frame) => diskState(frame, database))
  const orphaned = useFrame((frame) =>
    stand.processes.some(({ id }) => frame.services.get(id)?.status === 'crashed'),
  )
  const word = {
    still: orphaned ? 'disk intact' : '',
    writing: 'writing',
    unavailable: 'unavailable',
  }
  return (
    <>
      <Drum anatomy={anatomy} state={state} />
      <p
        className={styles.title}
        style={{ top: (anatomy.drum?.y ?? 0) + anatomy.rim, width: anatomy.width }}
      >
        <b>{stand.databaseTitle}</b>
        <span data-state={state}>{word[state]}</span>
      </p>
      {anatomy.tables.map((box) => (
        <TableInDrum key={box.spec.table} database={database} box={box} />
      ))}
      {anatomy.foot && <Positions broker={database} box={anatomy.foot} />}
    </>
  )
}

function TableInDrum({ database, box }: { readonly database: string; readonly box: TableBox }) {
  if (box.spec.absent) return <AbsentTable box={box} />
  switch (box.spec.as) {
    case 'rows':
      return <RowsTable database={database} box={box} />
    case 'outbox':
      return <OutboxTable database={database} box={box} />
    case 'topic':
      return <TopicTable database={database} box={box} />
  }
}

function diskState(frame: Frame, database: string): 'still' | 'writing' | 'unavailable' {
  if (frame.services.get(database)?.databaseDown) return 'unavailable'
  return litChanges(frame, database).length > 0 ? 'writing' : 'still'
}
