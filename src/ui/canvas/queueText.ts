import type { Row } from '../../engine'
import type { MessageFate } from '../marks/message'

/** What has become of one message of a queue. */
interface QueuedMessage {
  readonly text: string
  /** The same in a word or two. */
  readonly short: string
  /** A repeat has its twin behind it. */
  readonly fate: MessageFate
  /** It is at a consumer, and stays here until the consumer acks. */
  readonly out: boolean
}

/** @param parked nobody consumes this queue. */
export function queuedMessage(
  row: Row,
  parked: boolean,
  titleOf: (process: string) => string,
): QueuedMessage {
  const deliveries = Number(row['deliveries'] ?? 0)
  if (row['state'] === 'unacked') {
    const again = deliveries > 1
    const attempt = again ? `, try ${deliveries}` : ''
    const text = `unacked${attempt}, at ${titleOf(String(row['consumer']))}`
    const short = again ? `try ${deliveries}` : 'unacked'
    return { text, short, fate: again ? 'again' : 'normal', out: true }
  }
  if (parked) return { text: 'parked', short: 'parked', fate: 'normal', out: false }
  const text = deliveries > 0 ? `back, ${triesText(deliveries)}` : 'ready'
  const short = deliveries > 0 ? 'back' : 'ready'
  return { text, short, fate: deliveries > 0 ? 'again' : 'normal', out: false }
}

const triesText = (count: number) => `${count} ${count === 1 ? 'try' : 'tries'}`

/** `2 ready, 1 unacked`, or how many nobody will fetch. */
export function queueStatus(rows: readonly Row[], parked: boolean): string {
  if (rows.length === 0) return 'empty'
  if (parked) return `${rows.length} parked`
  const unacked = rows.filter((row) => row['state'] === 'unacked').length
  const ready = rows.length - unacked
  return [ready > 0 ? `${ready} ready` : '', unacked > 0 ? `${unacked} unacked` : '']
    .filter((text) => text !== '')
    .join(', ')
}
