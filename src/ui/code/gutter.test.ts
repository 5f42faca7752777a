import { describe, expect, it } from 'vitest'
import { sourceFile } from '../../build/sources'
import type { EffectKind, Trace } from '../../engine'
import { gutterOf, placedFaults } from './gutter'
import type { Listing } from './listing'
import { follow, locate, type Reached } from './locate'
import { neverRan } from './marks'

const code = `import { ack, publish, read, reply, sleep, transaction } from '../engine'

export function* relay() {
  const rows = yield* read('unsent rows', waiting)
  for (const row of rows) {
    yield* publish('OrderPlaced', {
      topic: 'orders',
      confirm: true,
    })
    yield* transaction('mark sent', (tx) => {
      tx.update('outbox', row.id, { sent: true })
    })
  }
}

export function* ship(message: Message) {
  yield* transaction('ship order', save)
  yield* ack(message)
  yield* reply(201, null)
  yield* reply(409, null)
}

export function* cancel() {
  yield* transaction('ship order', forget)
  yield* reply(200, null)
}
`
const source = await sourceFile('relay.ts', code)
const relay: Listing = { source, service: 'relay', handled: ['Ship', 'Cancel'] }

const steps: readonly [program: string, effect: EffectKind, label: string][] = [
  ['relay', 'publish', 'OrderPlaced'],
  ['relay', 'transaction', 'mark sent'],
  ['Ship', 'ack', 'Ship'],
]
const passed: readonly [point: string, times: number][] = [
  ['relay/before_send(OrderPlaced)', 4],
  ['relay/after_confirm(OrderPlaced)', 4],
  ['relay/after_commit(mark sent)', 3],
  ['relay/before_ack(Ship)', 3],
  ['order/before_ack(Other)', 1],
]
const moment = { index: 0, timeUs: 0, cause: -1, service: 'relay' }
const trace: Trace = {
  events: steps.flatMap(([program, effect, label], handler) => [
    { ...moment, kind: 'handlerStarted', handler, program, message: -1 },
    { ...moment, kind: 'stepped', handler, effect, label },
  ]),
  points: passed.flatMap(([point, times]) =>
    Array.from({ length: times }, (_, n) => ({
      point,
      handler: 0,
      nth: n + 1,
      timeUs: 0,
      event: 0,
    })),
  ),
  initial: {},
}
const rings = gutterOf(relay, trace)
const ringAt = (below: number) => rings.find((ring) => ring.below === below)

describe('the gutter', () => {
  it('stands between lines, and once where one step ends and the next begins', () => {
    const points = ringAt(9)?.points.map(({ point }) => point)
    expect(points).toEqual(['relay/after_confirm(OrderPlaced)', 'relay/before_commit(mark sent)'])
  })

  it('knows how often the run comes by', () => {
    const confirm = ringAt(9)?.points[0]
    expect(confirm?.passes).toBe(4)
    expect(ringAt(12)?.points.map(({ passes: count }) => count)).toEqual([3])
  })

  it('takes labels that only the run knows from the handler that came by', () => {
    expect(ringAt(17)?.points.map(({ point }) => point)).toContain('relay/before_ack(Ship)')
    expect(rings.flatMap(({ points }) => points.map(({ label }) => label))).not.toContain('Other')
  })

  it('names an answer that nobody gave after the handler it stands in', () => {
    expect(ringAt(25)?.points.map(({ point, passes }) => [point, passes])).toEqual([
      ['relay/after_reply(Cancel)', 0],
    ])
  })

  it('finds the place of a fault of the document', () => {
    const faults = [
      { at: { point: 'relay/after_confirm(OrderPlaced)', nth: 2 }, do: 'crash' },
      { at: { timeMs: 12 }, do: 'crash', service: 'relay' },
    ] as const
    expect(placedFaults(faults, rings)).toEqual([{ index: 0, fault: faults[0], below: 9 }])
  })

  it('says where in words', () => {
    expect(ringAt(12)?.points[0]?.phrase).toBe('after the commit of “mark sent”')
  })
})

describe('the running line', () => {
  it('is found by effect and label', () => {
    const step = locate(relay, 'relay', { effect: 'transaction', label: 'mark sent' })
    expect([step?.from, step?.to]).toEqual([10, 12])
  })

  it('reads a status from the source', () => {
    expect(locate(relay, 'Ship', { effect: 'reply', label: '409' })?.from).toBe(20)
  })

  it('takes a step without a label of its own for any label', () => {
    expect(locate(relay, 'Ship', { effect: 'ack', label: 'OrderPlaced' })?.from).toBe(18)
  })

  it('is in the generator that is named after the program', () => {
    const shipping = { effect: 'transaction', label: 'ship order' } as const
    expect(['Ship', 'Cancel'].map((program) => locate(relay, program, shipping)?.from)).toEqual([
      17, 24,
    ])
  })

  it('is in no generator of another message', () => {
    expect(locate(relay, 'GetOrder', { effect: 'reply', label: '200' })).toBeNull()
  })

  it('is nothing when the run is elsewhere', () => {
    expect(
      follow(relay, { program: 'relay', reached: [{ effect: 'sleep', label: 'poll' }] }),
    ).toBeNull()
  })

  it('goes through equal steps in order', async () => {
    const twice = await sourceFile(
      'a.ts',
      `function* a() {\n  yield* ack(one)\n  yield* ack(two)\n}`,
    )
    const ack = { effect: 'ack', label: 'x' } as const
    const reach = (...reached: Reached[]) =>
      follow({ ...relay, source: twice }, { program: 'a', reached })?.from
    expect([reach(ack), reach(ack, ack)]).toEqual([2, 3])
  })
})

describe('lines a crash kept from running', () => {
  it('reach to the end of the step that would have been next', () => {
    const publish = locate(relay, 'relay', { effect: 'publish', label: 'OrderPlaced' })
    expect(publish && neverRan(source, publish, 'relay/after_confirm(OrderPlaced)')).toEqual({
      from: 10,
      to: 12,
    })
  })

  it('begin with the step itself when it never took effect', () => {
    const mark = locate(relay, 'relay', { effect: 'transaction', label: 'mark sent' })
    expect(mark && neverRan(source, mark, 'relay/before_commit(mark sent)')).toEqual({
      from: 10,
      to: 12,
    })
  })
})
