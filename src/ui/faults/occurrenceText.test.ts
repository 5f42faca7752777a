import { describe, expect, it } from 'vitest'
import { namesOf } from '../../stores/vocabulary'
import { sampleSystem } from '../../testing/sampleRun'
import { messageText, pointText } from './occurrenceText'

const names = namesOf(sampleSystem)

describe('what a fault can hit, in words', () => {
  it('names the service and the place in its program', () => {
    expect(pointText('relay/after_confirm(OrderPlaced)', names)).toBe(
      'Relay: after the confirm of OrderPlaced',
    )
    expect(pointText('no point', names)).toBe('no point')
  })

  it('names a message by its ends', () => {
    expect(messageText('OrderPlaced relay>broker', names)).toBe('OrderPlaced, Relay → Broker')
    expect(messageText('nothing', names)).toBe('nothing')
  })
})
