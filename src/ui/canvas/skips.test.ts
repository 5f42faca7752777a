import { expect, it } from 'vitest'
import type { TraceEvent, TraceEventBody } from '../../engine'
import { sampleRun } from '../../testing/sampleRun'
import { skipsOf } from './skips'

const about = { database: 'shipping', transaction: 1, label: 'ship', lsn: 1 }

/** The sample's deliveries, of which the last is a repeat, handled by `body`. */
function traceWith(body: readonly TraceEventBody[]) {
  const { trace } = sampleRun()
  const events = body.map((event, index): TraceEvent => ({
    ...event,
    index,
    timeUs: index * 1000,
    cause: -1,
  }))
  return { ...trace, events }
}

const sent = sampleRun().trace.events.find((event) => event.kind === 'messageSent')
if (sent?.kind !== 'messageSent') throw new Error('the sample sends messages')
const delivery = { ...sent, message: 5, again: true }
const handler = { service: 'shipping', handler: 1 }
const started = { ...handler, kind: 'handlerStarted', program: 'OrderPlaced', message: 5 } as const
const ended = { ...handler, kind: 'handlerEnded', failure: null } as const
const change = { table: 'shipments', key: 1, before: undefined, after: { id: 1 } }
const commit = { ...handler, ...about, kind: 'transactionCommitted' } as const

it('finds a repeated delivery that changed nothing', () => {
  const trace = traceWith([delivery, started, { ...commit, changes: [] }, ended])
  expect(skipsOf(trace)).toEqual([{ message: 5, fromUs: 1000, untilUs: 3000 }])
})

it('does not call it skipped when it was done again', () => {
  expect(skipsOf(traceWith([delivery, started, { ...commit, changes: [change] }, ended]))).toEqual(
    [],
  )
})

it('does not call a first delivery skipped', () => {
  expect(skipsOf(traceWith([{ ...delivery, again: false }, started, ended]))).toEqual([])
})
