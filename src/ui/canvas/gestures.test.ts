import { describe, expect, it } from 'vitest'
import { sampleRun, sampleSystem } from '../../testing/sampleRun'
import { groupsOf, lastDelivery, momentOfMessage, nextArrival } from './gestureMoments'
import { brokerGestures, linkGestures, messageGestures, processGestures } from './gestures'

const { trace } = sampleRun()
const alive = { id: 'relay', dead: false, hasDatabase: true }

describe('process', () => {
  it('can crash now and come back', () => {
    const crash = processGestures(alive, 74).find((gesture) => gesture.id === 'crash-restart')
    expect(crash?.fault).toEqual({
      at: { timeMs: 74 },
      do: 'crash',
      service: 'relay',
      restartAfterMs: 100,
    })
  })

  it('can only be restarted when dead', () => {
    const gestures = processGestures({ ...alive, dead: true }, 80)
    expect(gestures.map((gesture) => gesture.fault.do)).toEqual(['restart'])
  })

  it('offers no database fault without a database', () => {
    const verbs = processGestures({ ...alive, hasDatabase: false }, 0).map((each) => each.fault.do)
    expect(verbs).not.toContain('db-unavailable')
  })
})

describe('link', () => {
  const link = { from: 'relay', to: 'broker', fromTitle: 'Relay', toTitle: 'Broker' }

  it('is cut both ways or one way', () => {
    const [both, oneWay] = linkGestures(link, 12.5)
    expect(both?.fault).toEqual({
      at: { timeMs: 12.5 },
      do: 'partition',
      a: ['relay'],
      b: ['broker'],
      forMs: 100,
    })
    expect(oneWay?.fault).toMatchObject({ do: 'oneway', from: 'relay', to: 'broker' })
  })
})

describe('message', () => {
  const sent = trace.events.filter((event) => event.kind === 'messageSent')
  const events = sent.filter((event) => event.name === 'OrderPlaced relay>broker')

  it('is named by its name and which of that name it is', () => {
    expect(events.slice(0, 2).map((event) => momentOfMessage(trace, event.message))).toEqual([
      { message: 'OrderPlaced relay>broker', nth: 1 },
      { message: 'OrderPlaced relay>broker', nth: 2 },
    ])
    expect(momentOfMessage(trace, 9999)).toBeNull()
  })

  it('has an answer to drop unless it is one', () => {
    const moment = { message: 'OrderPlaced relay>broker', nth: 1 }
    const verbs = (role: 'event' | 'reply') =>
      messageGestures({ role, moment }).map((gesture) => gesture.fault.do)
    expect(verbs('event')).toContain('drop-reply')
    expect(verbs('reply')).not.toContain('drop-reply')
  })
})

describe('broker', () => {
  const target = {
    id: 'broker',
    dead: false,
    hasQueues: true,
    groups: groupsOf(sampleSystem, 'broker'),
    lastDelivery: lastDelivery(trace, 'broker', trace.events.length),
    nextArrival: nextArrival(trace, 'broker', -1),
  }

  it('delivers its last record again and finds no queue for the next message', () => {
    const gestures = brokerGestures(target, 90)
    expect(gestures.find((gesture) => gesture.id === 'redeliver')?.fault.at).toEqual({
      message: 'OrderPlaced broker>shipping',
      nth: 4,
    })
    expect(gestures.find((gesture) => gesture.id === 'unroutable')?.fault.at).toEqual({
      message: 'OrderPlaced relay>broker',
      nth: 1,
    })
    expect(gestures.map((gesture) => gesture.id)).toContain('rebalance-shipping')
  })

  it('always finds the topic of a log', () => {
    const verbs = brokerGestures({ ...target, hasQueues: false }, 0).map((each) => each.fault.do)
    expect(verbs).not.toContain('unroutable')
  })

  it('offers nothing that has nothing to act on', () => {
    const quiet = { ...target, lastDelivery: null, nextArrival: null, groups: [] }
    expect(brokerGestures(quiet, 0).map((gesture) => gesture.fault.do)).toEqual([
      'broker-crash',
      'broker-crash',
    ])
  })
})
