import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fault } from '../engine'
import { arbitraryFault } from '../testing/arbitraryScenario'
import { sampleSystem } from '../testing/sampleRun'
import { describeFault } from './describeFault'
import { ordinal } from './momentText'
import { namesOf } from './names'
import { verbNames } from './verbs'

const names = namesOf(sampleSystem)
const afterConfirm = { point: 'relay/after_confirm(OrderPlaced)', nth: 2 }
const afterCommit = { point: 'order/after_commit(save order)' }
const placed = { message: 'OrderPlaced relay>broker', nth: 2 }
const later = { timeMs: 120.5 }

const sentences: [string, Fault][] = [
  [
    'Relay crashes after the confirm of OrderPlaced, 2nd time, and is back after 100 ms.',
    { at: afterConfirm, do: 'crash', restartAfterMs: 100 },
  ],
  [
    'OrderService crashes after the commit of “save order” and stays down.',
    { at: afterCommit, do: 'crash' },
  ],
  [
    'ShippingService crashes after the commit of “save order” in OrderService and stays down.',
    { at: afterCommit, do: 'crash', service: 'shipping' },
  ],
  ['OrderService restarts at 120.5 ms.', { at: later, do: 'restart', service: 'order' }],
  [
    'Relay is paused for 50 ms when the 2nd OrderPlaced from Relay to Broker leaves.',
    { at: placed, do: 'pause', service: 'relay', forMs: 50 },
  ],
  [
    'Relay runs 2.5 times slower at 120.5 ms.',
    { at: later, do: 'slow', service: 'relay', factor: 2.5 },
  ],
  ['The 2nd OrderPlaced from Relay to Broker is lost.', { at: placed, do: 'drop' }],
  [
    'The message is lost after the sending of PlaceOrder in Customer.',
    { at: { point: 'client/after_send(PlaceOrder)' }, do: 'drop' },
  ],
  [
    'The answer to the 1st PlaceOrder from Customer to OrderService is lost, though the work was done.',
    { at: { message: 'PlaceOrder client>order' }, do: 'drop-reply' },
  ],
  [
    'The 2nd OrderPlaced from Relay to Broker takes 30 ms longer.',
    { at: placed, do: 'delay', byMs: 30 },
  ],
  ['The 2nd OrderPlaced from Relay to Broker arrives twice.', { at: placed, do: 'duplicate' }],
  [
    'The 2nd OrderPlaced from Relay to Broker arrives 4 times.',
    { at: placed, do: 'duplicate', copies: 3 },
  ],
  [
    'The 2nd OrderPlaced from Relay to Broker is overtaken by the next one.',
    { at: placed, do: 'reorder' },
  ],
  [
    'Nothing passes between OrderService, Relay and Broker and ShippingService for 200 ms at 120.5 ms.',
    { at: later, do: 'partition', a: ['order', 'relay', 'broker'], b: ['shipping'], forMs: 200 },
  ],
  [
    'Nothing passes from Relay to Broker at 120.5 ms.',
    { at: later, do: 'oneway', from: 'relay', to: 'broker' },
  ],
  [
    'Messages from Relay to Broker take 40 ms longer for 10 ms at 120.5 ms.',
    { at: later, do: 'link-delay', from: 'relay', to: 'broker', byMs: 40, forMs: 10 },
  ],
  [
    '250 in 1000 messages from Relay to Broker are lost at 120.5 ms.',
    { at: later, do: 'link-loss', from: 'relay', to: 'broker', perMille: 250 },
  ],
  [
    'Broker crashes between the storing and the confirm of OrderPlaced, and is back after 10 ms.',
    {
      at: { point: 'broker/after_enqueue_before_confirm(OrderPlaced)' },
      do: 'broker-crash',
      restartAfterMs: 10,
    },
  ],
  [
    'The broker crashes after the commit of “save order” in OrderService and stays down.',
    { at: { point: 'order/after_commit(save order)' }, do: 'broker-crash' },
  ],
  ['The broker crashes at 120.5 ms and stays down.', { at: later, do: 'broker-crash' }],
  [
    'The message is delivered once more before the ack of OrderPlaced in ShippingService.',
    { at: { point: 'shipping/before_ack(OrderPlaced)' }, do: 'redeliver' },
  ],
  [
    'Broker shares out the partitions of the group “shipping” again at 120.5 ms.',
    { at: later, do: 'rebalance', broker: 'broker', group: 'shipping' },
  ],
  ['The 2nd OrderPlaced from Relay to Broker finds no queue.', { at: placed, do: 'unroutable' }],
  [
    'The database of OrderService is unavailable for 20 ms before the commit of “save order”.',
    { at: { point: 'order/before_commit(save order)' }, do: 'db-unavailable', forMs: 20 },
  ],
  [
    'The transaction fails with a serialization failure before the commit of “save order” in OrderService, 3rd time.',
    { at: { point: 'order/before_commit(save order)', nth: 3 }, do: 'serialization-failure' },
  ],
  [
    'The transaction fails with a unique violation after the commit of “save order” in OrderService.',
    { at: afterCommit, do: 'unique-violation' },
  ],
  [
    'The database of OrderService loses its last 2 commits after the commit of “save order”.',
    { at: afterCommit, do: 'lose-tail', commits: 2 },
  ],
  [
    'The clock of Relay runs 50 ms behind at 120.5 ms.',
    { at: later, do: 'clock-skew', service: 'relay', byMs: -50 },
  ],
  [
    'The clock of Relay jumps 50 ms forward at 120.5 ms.',
    { at: later, do: 'clock-jump', service: 'relay', byMs: 50 },
  ],
  [
    'Customer clicks 10 times, 1 ms apart, when the 1st PlaceOrder from Customer to OrderService leaves.',
    { at: { message: 'PlaceOrder client>order' }, do: 'double-click', times: 10, spacingMs: 1 },
  ],
  [
    'Customer gives up waiting after 5 ms before the sending of PlaceOrder.',
    { at: { point: 'client/before_send(PlaceOrder)' }, do: 'client-timeout', ms: 5 },
  ],
  [
    'The client tries up to 3 times, 20 ms apart and with a new key each time, at 120.5 ms.',
    { at: later, do: 'client-retry', attempts: 3, backoffMs: 20, newKeyPerAttempt: true },
  ],
  [
    'The 2nd OrderPlaced from Relay to Broker is lost (switched off).',
    { at: placed, do: 'drop', off: true },
  ],
]

describe('describeFault', () => {
  it.each(sentences)('%s', (sentence, fault) => {
    expect(describeFault(fault, names)).toBe(sentence)
  })

  it('has a sentence for each verb', () => {
    expect(new Set(sentences.map(([, fault]) => fault.do)).size).toBe(verbNames.length)
  })

  it.each(verbNames)('makes a sentence of %s at any moment', (verb) => {
    fc.assert(
      fc.property(arbitraryFault(verb), (fault) => {
        const readable = { ...fault, at: 'timeMs' in fault.at ? fault.at : afterConfirm }
        expect(describeFault(readable, () => 'Thing')).toMatch(/^[A-Z0-9].*\.$/)
        expect(describeFault(fault, names)).not.toMatch(/undefined|NaN|\[object/)
      }),
      { numRuns: 50 },
    )
  })
})

describe('ordinal', () => {
  it('counts as English does', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111, 1000].map(ordinal)).toEqual(
      '1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 101st 111th 1000th'.split(' '),
    )
  })
})
