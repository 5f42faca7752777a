import { reply, transaction, type Message, type Row } from '../../engine'
import { enqueue } from '../../patterns/outbox'

/** What the team has decided about its events. */
export interface Decisions {
  /** What decides the partition: 0 the user id, 1 the event id, 2 the event type. */
  readonly key: number
  /** Every event carries the whole user, not only what has changed. */
  readonly full: boolean
}

export function* createUser(request: Message, { key }: Decisions) {
  const user = request.key
  const { name, mail } = request.data as Row
  yield* transaction('save user', (tx) => {
    const id = `${user}.1`
    const type = 'UserCreated'
    const data = { user, version: 1, name, mail } as Row
    tx.insert('users', { id: user, name, mail, version: 1 } as Row)
    enqueue(tx, { id, topic: 'users', type, data, key: partitionKey(key, user, id, type) })
  })
  yield* reply(201, { user })
}

export function* renameUser(request: Message, { key, full }: Decisions) {
  const user = request.key
  const { name } = request.data as Row
  const found = yield* transaction('rename user', (tx) => {
    const before = tx.get('users', user)
    if (before === undefined) return false

    const version = Number(before['version']) + 1
    const id = `${user}.${version}`
    const type = 'UserUpdated'
    const change = { user, version, name } as Row
    const data = full ? { ...change, mail: before['mail'] as string } : change
    tx.update('users', user, { name, version } as Row)
    enqueue(tx, { id, topic: 'users', type, data, key: partitionKey(key, user, id, type) })
    return true
  })
  yield* reply(found ? 200 : 404, { user })
}

/** Events with one key stay in one partition, and keep their order there. */
function partitionKey(choice: number, user: string, id: string, type: string): string {
  return [user, id, type][choice] ?? user
}
