import { describe, expect, it } from 'vitest'
import { sampleLesson } from '../testing/sampleRun'
import type { Fault } from '../engine'
import { checkAgainstLesson } from './checkAgainstLesson'
import { presetScenario } from './effective'
import type { Scenario } from './scenario'

const plain: Scenario = { v: 1, lesson: sampleLesson.id }
const withFault = (fault: Fault): Scenario => ({ ...plain, faults: [fault] })

function errorOf(scenario: Scenario): string {
  const result = checkAgainstLesson(scenario, sampleLesson)
  return result.ok ? 'accepted' : result.error
}

describe('checkAgainstLesson', () => {
  it('takes the defaults and every preset', () => {
    expect(errorOf(plain)).toBe('accepted')
    for (const preset of sampleLesson.presets)
      expect(errorOf(presetScenario(sampleLesson, preset))).toBe('accepted')
  })

  const at = { timeMs: 1 }
  it.each<[string, Scenario]>([
    [
      'This scenario belongs to the lesson “saga”, not to “transactional-outbox”: open it there.',
      { v: 1, lesson: 'saga' },
    ],
    [
      'The lesson “transactional-outbox” has no variant “outbx”; did you mean “outbox”?',
      { ...plain, variant: 'outbx' },
    ],
    [
      'The lesson “transactional-outbox” has no variant “constructor”; there is outbox, outbox-inbox.',
      { ...plain, compare: 'constructor' },
    ],
    [
      'The lesson “transactional-outbox” has no parameter “order”; did you mean “orders”?',
      { ...plain, params: { order: 3 } },
    ],
    [
      '“orders” must be a whole number from 1 to 8 orders, not 9.',
      { ...plain, params: { orders: 9 } },
    ],
    [
      '“orders” must be a whole number from 1 to 8 orders, not 2.5.',
      { ...plain, params: { orders: 2.5 } },
    ],
    [
      'Fault 1 names “rely”, which the lesson “transactional-outbox” does not have; did you mean “relay”?',
      withFault({ at, do: 'crash', service: 'rely' }),
    ],
    [
      'Fault 1 names “payment”, which the lesson “transactional-outbox” does not have; there is client, order, relay, shipping, broker.',
      withFault({ at, do: 'partition', a: ['order'], b: ['broker', 'payment'] }),
    ],
    [
      'Fault 1 names “ordr”, which the lesson “transactional-outbox” does not have; did you mean “order”?',
      withFault({ at: { point: 'ordr/after_commit(save order)' }, do: 'crash' }),
    ],
    [
      'Fault 1 names “brokr”, which the lesson “transactional-outbox” does not have; did you mean “broker”?',
      withFault({ at: { message: 'OrderPlaced relay>brokr' }, do: 'drop' }),
    ],
  ])('says: %s', (sentence, scenario) => {
    expect(errorOf(scenario)).toBe(sentence)
  })

  it('leaves to the run whether a moment comes', () => {
    const never = { point: 'order/after_commit(no such transaction)', nth: 99 }
    expect(errorOf(withFault({ at: never, do: 'crash' }))).toBe('accepted')
    expect(errorOf(withFault({ at, do: 'rebalance', group: 'any' }))).toBe('accepted')
  })
})
