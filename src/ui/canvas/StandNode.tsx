import { Handle, Position, type Node, type NodeProps } from '@xyflow/react'
import { useFrame } from '../../stores/react'
import type { Frame } from '../../playback/frame'
import type { Anatomy } from './anatomy'
import { Drum } from './Drum'
import { MarkedTable } from './MarkedTable'
import { Positions } from './Positions'
import { QueueTable } from './QueueTable'
import { ProcessBox } from './ProcessBox'
import { RowsTable } from './RowsTable'
import type { Stand, TopicReader } from './stands'
import { StreamTable } from './StreamTable'
import type { TableBox } from './tableBoxes'
import { AbsentTable } from './TableFrame'
import { TopicCells } from './TopicCells'
import { TopicTable } from './TopicTable'
import { countTexts, headTexts } from './headTexts'
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
  const title = anatomy.tables.find((table) => !table.headed)?.spec.title ?? stand.databaseTitle
  const records = useFrame((frame) => untitledRecords(frame, database, { title, anatomy }))
  const word = {
    still: orphaned ? 'disk intact' : records,
    writing: 'writing',
    unavailable: 'unavailable',
  }
  return (
    <>
      <Drum anatomy={anatomy} state={state} outside={stand.processes[0]?.outside ?? false} />
      <p
        className={styles.title}
        style={{ top: (anatomy.drum?.y ?? 0) + anatomy.rim, width: anatomy.width }}
      >
        <b>{title}</b>
        <span data-state={state}>{word[state]}</span>
      </p>
      {anatomy.tables.map((box) => (
        <TableInDrum key={box.spec.table} database={database} box={box} readers={stand.readers} />
      ))}
      {anatomy.foot && <Positions broker={database} box={anatomy.foot} readers={stand.readers} />}
    </>
  )
}

interface TableInDrumProps {
  readonly database: string
  readonly box: TableBox
  readonly readers: readonly TopicReader[]
}

function TableInDrum({ database, box, readers }: TableInDrumProps) {
  switch (box.form) {
    case 'rows':
      return <RowsTable database={database} box={box} />
    case 'marked':
      return <MarkedTable database={database} box={box} />
    case 'records':
      return <TopicTable database={database} box={box} />
    case 'cells':
      return <TopicCells database={database} box={box} groups={groupsOf(box.spec.table, readers)} />
    case 'streams':
      return <StreamTable database={database} box={box} />
    case 'queue':
    case 'parked':
      return <QueueTable database={database} box={box} />
    case 'absent':
      return <AbsentTable box={box} />
  }
}

const groupsOf = (topic: string, readers: readonly TopicReader[]) =>
  readers.filter(({ source }) => source === topic).map(({ group }) => group)

function diskState(frame: Frame, database: string): 'still' | 'writing' | 'unavailable' {
  if (frame.services.get(database)?.databaseDown) return 'unavailable'
  return litChanges(frame, database).length > 0 ? 'writing' : 'still'
}

const titlePadding = 16

/** A drum with nothing but one topic speaks for it. */
function untitledRecords(
  frame: Frame,
  database: string,
  { title, anatomy: { tables, width } }: { readonly title: string; readonly anatomy: Anatomy },
): string {
  const topic = tables.find((table) => !table.headed)
  if (!topic) return ''
  const status = countTexts(frame.rows(database, topic.spec.table).length, 'record')
  return headTexts({ title, status, hidden: 0, width: width - titlePadding }).status
}
