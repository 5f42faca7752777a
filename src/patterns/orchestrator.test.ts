import { describe, expect, it } from 'vitest'
import { ack, setTimer, transaction, type Fault, type Message, type System } from '../engine'
import { eventsOf, play, service } from '../testing/systems'
import { answer, barrierTable, conclude, earlierOutcome } from './barrier'
import { advance, alarm, startSaga, wake } from './orchestrator'
import { inboxTable, isFirst, outboxTable } from './outbox'
import { relay } from './relay'
import { sagaTable, type Outcome, type Saga, type Step } from './saga'

const steps: readonly Step[] = [
  { name: 'a', topic: 'a', action: 'DoA', compensation: 'UndoA', kind: 'compensatable' },
  { name: 'b', topic: 'b', action: 'DoB', kind: 'pivot' },
  { name: 'c', topic: 'c', action: 'DoC', kind: 'retriable' },
]

/** What each operation says, in turn; the last for ever. */
type Script = Readonly<Record<string, readonly Outcome[]>>

const polling = { every: [{ label: 'relay', ms: 20, run: relay }] }

function orchestrator(deadlineMs: number) {
  const saga: Saga = { steps, replyTo: 'trip', retryMs: 50, deadlineMs, ended: () => undefined }
  return service('trip', {
    database: {
      title: 'trip_db',
      tables: { saga_instance: sagaTable, outbox: outboxTable, inbox: inboxTable },
    },
    subscriptions: [{ broker: 'log', source: 'trip' }],
    ...polling,
    once: [
      {
        label: 'go',
        atMs: 0,
        *run() {
          const timer = yield* transaction('start', (tx) => {
            startSaga(tx, saga, '1')
            return alarm(tx, saga, '1')
          })
          if (timer.ms > 0) yield* setTimer('Wake', timer)
        },
      },
    ],
    handlers: {
      *StepAnswered(message) {
        const timer = yield* transaction('next step', (tx) => {
          if (isFirst(tx, message)) advance(tx, saga, message)
          return alarm(tx, saga, message.key)
        })
        if (timer.ms > 0) yield* setTimer('Wake', timer)
        yield* ack(message)
      },
      *Wake(message) {
        const timer = yield* transaction('wake', (tx) => {
          wake(tx, saga, message)
          return alarm(tx, saga, message.key)
        })
        if (timer.ms > 0) yield* setTimer('Wake', timer)
      },
    },
  })
}

function participant(id: string, script: Script) {
  function* handle(command: Message) {
    yield* transaction('do', (tx) => {
      if (!isFirst(tx, command)) return
      const earlier = earlierOutcome(tx, command)
      if (earlier !== undefined) return answer(tx, command, earlier)
      const said = script[command.type] ?? []
      const asked = tx.count('asked', { where: { type: command.type } })
      tx.insert('asked', { type: command.type })
      conclude(tx, command, said[Math.min(asked, said.length - 1)] ?? 'ok')
    })
    yield* ack(command)
  }
  const types = steps
    .filter(({ topic }) => topic === id)
    .flatMap(({ action, compensation = action }) => [action, compensation])
  return service(id, {
    database: {
      title: `${id}_db`,
      tables: {
        asked: { key: 'id', sequence: 'id' },
        outbox: outboxTable,
        inbox: inboxTable,
        barrier: barrierTable,
      },
    },
    subscriptions: [{ broker: 'log', source: id }],
    ...polling,
    handlers: Object.fromEntries(types.map((type) => [type, handle])),
  })
}

function run(script: Script = {}, faults: readonly Fault[] = [], deadlineMs = 0) {
  const topics = {
    trip: { partitions: 1 },
    a: { partitions: 1 },
    b: { partitions: 1 },
    c: { partitions: 1 },
  }
  const system: System = {
    services: [orchestrator(deadlineMs), ...['a', 'b', 'c'].map((id) => participant(id, script))],
    brokers: [{ id: 'log', title: 'Log', kind: 'log', topics }],
  }
  const played = play(system, faults)
  const asked = (id: string) => played.world.rows(id, 'asked').map(({ type }) => type)
  return {
    played,
    saga: played.world.row('trip', 'saga_instance', '1'),
    asked: ['a', 'b', 'c'].flatMap(asked),
  }
}

describe('a saga', () => {
  it('asks step after step and completes', () => {
    const { saga, asked } = run()
    expect(saga).toMatchObject({ state: 'COMPLETED', waitsFor: '', refused: [] })
    expect(asked).toEqual(['DoA', 'DoB', 'DoC'])
  })

  it('takes back what has succeeded when a step says no', () => {
    const { played, saga, asked } = run({ DoB: ['rejected'] })
    expect(saga).toMatchObject({ state: 'ABORTED' })
    expect(asked).toEqual(['DoA', 'UndoA', 'DoB'])
    expect(eventsOf(played, 'messageSent', { name: 'UndoA log>a' })).toMatchObject([
      { role: 'compensation' },
    ])
  })

  it('asks an unavailable participant again, each time twice as late', () => {
    const { played, saga, asked } = run({
      DoB: ['rejected'],
      UndoA: ['unavailable', 'unavailable', 'unavailable', 'ok'],
    })
    expect(saga).toMatchObject({ state: 'ABORTED', attempt: 1 })
    expect(asked.filter((type) => type === 'UndoA')).toHaveLength(4)
    const waits = eventsOf(played, 'timerSet').map(({ dueUs, timeUs }) => (dueUs - timeUs) / 1000)
    expect(waits).toEqual([50, 100, 200])
  })

  it('leaves a compensation that is refused to a person, and a refused retriable step too', () => {
    expect(run({ DoB: ['rejected'], UndoA: ['rejected'] }).saga).toMatchObject({
      state: 'FAILED',
      refused: ['a'],
    })
    expect(run({ DoC: ['rejected'] }).saga).toMatchObject({ state: 'FAILED', refused: ['c'] })
  })

  it('waits for a participant that is down, or compensates when there is a deadline', () => {
    const down: Fault = { at: { timeMs: 0 }, do: 'crash', service: 'a', restartAfterMs: 1000 }
    expect(run({}, [down]).saga).toMatchObject({ state: 'COMPLETED' })
    const { saga, asked } = run({}, [down], 300)
    expect(saga).toMatchObject({ state: 'ABORTED' })
    expect(asked).toEqual(['DoA', 'UndoA'])
  })

  it('asks a pivot again when the deadline is over: there is no other way to learn what it decided', () => {
    const down: Fault = { at: { timeMs: 0 }, do: 'crash', service: 'b', restartAfterMs: 1000 }
    const { saga, asked } = run({}, [down], 300)
    expect(saga).toMatchObject({ state: 'COMPLETED' })
    expect(asked).toEqual(['DoA', 'DoB', 'DoC'])
  })

  it('asks a silent participant twice as late each time, and no more than 64 times as late', () => {
    const down: Fault = { at: { timeMs: 0 }, do: 'crash', service: 'b', restartAfterMs: 12_000 }
    const { played, saga } = run({}, [down], 50)
    expect(saga).toMatchObject({ state: 'COMPLETED', attempt: 1 })
    const waits = eventsOf(played, 'timerSet').map(({ dueUs, timeUs }) => (dueUs - timeUs) / 1000)
    expect([...new Set(waits)]).toEqual([50, 100, 200, 400, 800, 1600, 3200])
    // After 0, 50, 150, 350, 750, 1550, 3150, 6350 and 9550 ms.
    expect(eventsOf(played, 'messageSent', { name: 'DoB trip>log' })).toHaveLength(9)
  })

  it('ends whatever it dies at, once it is saved', () => {
    const script: Script = { DoB: ['rejected'], UndoA: ['unavailable', 'ok'] }
    for (const { point, nth, timeUs } of run(script, [], 400).played.trace.points) {
      if (point.startsWith('log/') || timeUs <= 2000) continue
      const { saga, played } = run(
        script,
        [{ at: { point, nth }, do: 'crash', restartAfterMs: 30 }],
        400,
      )
      expect([point, saga?.['state'], played.ended]).toEqual([point, 'ABORTED', 'quiet'])
    }
  })
})
