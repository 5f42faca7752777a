import type { Message, MessageRole } from './effects'

/** One record of a partition. */
export interface LogRecord {
  readonly offset: number
  readonly type: string
  readonly id: string
  readonly key: string
  readonly data: Message['data']
  readonly headers: Message['headers']
  readonly role: MessageRole
  /** Producer session and sequence it came with; empty without. */
  readonly session: string
}

/** One partition of a topic: records in order, of which the first `visible` have been copied. */
export class PartitionLog {
  readonly records: LogRecord[] = []
  /** How far consumers may read: what lies before has been copied, and a crash keeps it. */
  visible = 0
  /** Producer session and sequence → offset. */
  private readonly sessions = new Map<string, number>()

  /** Offset of a record that the same producer session has sent before; undefined for a new one. */
  known(session: string): number | undefined {
    return session === '' ? undefined : this.sessions.get(session)
  }

  append(message: Omit<LogRecord, 'offset'>): number {
    const offset = this.records.length
    this.records.push({ offset, ...message })
    if (message.session !== '') this.sessions.set(message.session, offset)
    return offset
  }

  /** Drops what was not copied yet, with the memory of its producers. */
  truncate(): readonly LogRecord[] {
    const lost = this.records.splice(this.visible)
    for (const { session } of lost) this.sessions.delete(session)
    return lost
  }
}
