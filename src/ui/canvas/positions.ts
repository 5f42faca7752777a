import type { Frame } from '../../playback/frame'

/** How far one group has come in one partition. */
export interface Reader {
  readonly group: string
  readonly topic: string
  readonly partition: number
  /** Offset of the record it reads next. */
  readonly position: number
}

export function readersOf(frame: Frame, broker: string): readonly Reader[] {
  return frame.rows(broker, 'positions').map((row) => ({
    group: String(row['group']),
    topic: String(row['topic']),
    partition: Number(row['partition']),
    position: Number(row['position']),
  }))
}

export function readersAt(
  frame: Frame,
  broker: string,
  topic: string,
  partition: number,
): readonly Reader[] {
  return readersOf(frame, broker).filter(
    (reader) => reader.topic === topic && reader.partition === partition,
  )
}
