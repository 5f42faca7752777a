import { describe, expect, it } from 'vitest'
import { read, transaction, type Message, type System, type Transaction } from '../engine'
import { play, service } from '../testing/systems'
import { barrierTable, conclude, earlierOutcome, knownOutcome } from './barrier'
import { outboxTable } from './outbox'
import type { Outcome } from './saga'

describe('a barrier', () => {
  const command = (op: 'action' | 'compensation', id: string): Message => ({
    transmission: 0,
    type: 'DoA',
    id,
    key: '1',
    from: 'log',
    data: { step: 'a', op, replyTo: 'trip' },
    headers: {},
  })

  /** What each message met in turn, when one that met nothing does its work. */
  function met(messages: readonly Message[]) {
    const outcomes: (Outcome | undefined)[] = []
    const system: System = {
      services: [
        service('a', {
          database: { title: 'a_db', tables: { barrier: barrierTable, outbox: outboxTable } },
          once: messages.map((message, atMs) => ({
            label: message.id,
            atMs: atMs * 10,
            *run() {
              const outcome = yield* transaction('meet', (tx) => {
                const earlier = earlierOutcome(tx, message)
                if (earlier === undefined) conclude(tx, message, 'ok')
                return earlier
              })
              outcomes.push(outcome)
            },
          })),
        }),
      ],
    }
    play(system)
    return outcomes
  }

  /** What is known of the last message when the others have met the barrier. */
  function known(messages: readonly Message[], last: Message) {
    let outcome: Outcome | undefined
    const meet = (tx: Transaction, message: Message) => {
      if (earlierOutcome(tx, message) === undefined) conclude(tx, message, 'ok')
    }
    play({
      services: [
        service('a', {
          database: { title: 'a_db', tables: { barrier: barrierTable, outbox: outboxTable } },
          once: [
            {
              label: 'look',
              atMs: 0,
              *run() {
                yield* transaction('meet', (tx) => messages.forEach((message) => meet(tx, message)))
                outcome = yield* read('known', (db) => knownOutcome(db, last))
              },
            },
          ],
        }),
      ],
    })
    return outcome
  }

  it('knows before a foreign system is asked what must not reach it any more', () => {
    const action = command('action', 'm1')
    const compensation = command('compensation', 'm2')
    expect(known([], action)).toBeUndefined()
    expect(known([compensation], action)).toBe('rejected')
    expect(known([compensation], command('compensation', 'm3'))).toBe('ok')
    expect(known([action], compensation)).toBeUndefined()
  })

  it('lets a compensation reach a foreign system when the action has left no trace here', () => {
    expect(known([], command('compensation', 'm1'))).toBeUndefined()
  })

  it('lets an operation happen once, whatever the messages are called', () => {
    expect(met([command('action', 'm1'), command('action', 'm2')])).toEqual([undefined, 'ok'])
  })

  it('lets a compensation undo what has happened, once', () => {
    const messages = [
      command('action', 'm1'),
      command('compensation', 'm2'),
      command('compensation', 'm3'),
    ]
    expect(met(messages)).toEqual([undefined, undefined, 'ok'])
  })

  it('knows that there is nothing to undo, and refuses the action when it comes late', () => {
    const messages = [command('compensation', 'm1'), command('action', 'm2')]
    expect(met(messages)).toEqual(['ok', 'rejected'])
  })
})
