import { expect, test } from 'vitest'
import type { Fault } from '../engine'
import { whyImpossible } from './possible'

const relay = { message: 'OrderPlaced relay>broker' }
const noon = { timeMs: 12 }
const commit = { point: 'order/before_commit(save order)' }

test.each<[Fault, string | undefined]>([
  [{ at: commit, do: 'serialization-failure' }, undefined],
  [{ at: relay, do: 'drop' }, undefined],
  [{ at: noon, do: 'crash', service: 'relay' }, undefined],
  [{ at: relay, do: 'crash' }, undefined],
  [
    { at: { point: 'order after' }, do: 'crash' },
    '“order after” is not a failure point; write one as “order/after_commit(save order)”.',
  ],
  [
    { at: { point: 'order/after_comit(save order)' }, do: 'crash' },
    '“order/after_comit(save order)” has no phase that a run passes; did you mean “after_commit”?',
  ],
  [{ at: noon, do: 'crash' }, '“crash” by time needs a service.'],
  [
    { at: noon, do: 'drop' },
    '“drop” needs a message as its moment, such as “OrderPlaced relay>broker”.',
  ],
  [
    { at: noon, do: 'unique-violation' },
    '“unique-violation” needs a moment before a commit, such as “order/before_commit(save order)”.',
  ],
  [
    { at: noon, do: 'partition', a: ['order'], b: ['relay', 'order'] },
    'A partition cannot have “order” on both sides.',
  ],
  [
    { at: noon, do: 'oneway', from: 'order', to: 'order' },
    '“oneway” needs two different ends, not “order” twice.',
  ],
])('says why %j cannot happen', (fault, sentence) => {
  expect(whyImpossible(fault)).toBe(sentence)
})
