import { describe, expect, it } from 'vitest'
import type { TraceEvent } from './index'
import { canonicalLine, digestOf, simulate } from './index'
import { sampleSystems } from '../testing/sampleSystems'

const digests = {
  'an outbox with two relays and a group': '3da9c3a4f5f35c63',
  'a payment with retries, a queue and a timer': '8c126015c70c3370',
  'two transfers that lock each other': 'c8813094aebaaf23',
}

describe('a digest', () => {
  it('is for ever the same for the same run: links carry it', () => {
    const found = sampleSystems.map(({ name, system }) => [
      name,
      simulate(system, { seed: 1 }).digest,
    ])
    expect(Object.fromEntries(found)).toEqual(digests)
  })

  const aborted = {
    kind: 'transactionAborted',
    service: 'shop',
    handler: 3,
    database: 'shop',
    transaction: 7,
    label: 'save',
    reason: 'deadlock',
    index: 12,
    timeUs: 2500,
    cause: 4,
  } as const satisfies TraceEvent

  it('knows what happened, when and to whom', () => {
    expect(canonicalLine(aborted)).toBe('2500 transactionAborted "shop" "shop" "save"')
    expect(digestOf([aborted])).not.toBe(digestOf([{ ...aborted, timeUs: 2501 }]))
    expect(digestOf([aborted])).not.toBe(digestOf([aborted, aborted]))
  })

  it('does not know sentences, numbers of handlers, causes or what only helps to show a run', () => {
    const told = { ...aborted, reason: 'in other words', handler: 9, index: 0, cause: -1 }
    const noted: TraceEvent = {
      kind: 'noted',
      service: 'shop',
      handler: 3,
      text: 'hm',
      index: 1,
      timeUs: 2500,
      cause: 0,
    }
    expect(canonicalLine(noted)).toBeNull()
    expect(digestOf([told, noted])).toBe(digestOf([aborted]))
  })

  it('does not depend on the order in which members were written', () => {
    const line = (data: object) =>
      canonicalLine({ ...aborted, kind: 'transactionsLost', commits: 1, changes: [data] } as never)
    expect(line({ a: 1, b: [{ d: 2, c: 3 }] })).toBe(line({ b: [{ c: 3, d: 2 }], a: 1 }))
  })

  it('is that of no events in a run that was not recorded', () => {
    const run = simulate({ services: [] }, { seed: 1, trace: false })
    expect([run.digest, run.trace.events]).toEqual(['', []])
  })
})
