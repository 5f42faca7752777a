import { describe, expect, it } from 'vitest'
import { createFilm } from '../../playback/film'
import { presetRun } from '../../testing/presetRun'
import { messageAt } from './passedMessage'

function messageOf(preset: string, variant: string, point: string, nth: number) {
  const { run, system } = presetRun('transactional-outbox', preset, variant)
  const flight = messageAt(run.trace, createFilm(run, system), { point, nth })
  return flight && `${flight.type} ${flight.key}`
}

describe('the message of a failure point', () => {
  it('is the one that was confirmed or sent', () => {
    expect(messageOf('OUT-4', 'outbox', 'relay/after_confirm(OrderPlaced)', 2)).toBe(
      'OrderPlaced 2',
    )
    expect(messageOf('OUT-4', 'outbox', 'relay/after_send(OrderPlaced)', 3)).toBe('OrderPlaced 2')
  })

  it('is the one that is being handled', () => {
    expect(messageOf('OUT-4', 'outbox', 'order/after_commit(save order)', 2)).toBe('PlaceOrder 2')
    expect(messageOf('OUT-4', 'outbox', 'shipping/before_ack(OrderPlaced)', 3)).toBe(
      'OrderPlaced 2',
    )
  })

  it('is nothing where a row was at hand, or the run does not come by', () => {
    expect(
      messageOf('marked-too-early', 'mark-before-confirm', 'relay/after_commit(mark sent)', 2),
    ).toBeUndefined()
    expect(messageOf('OUT-4', 'outbox', 'relay/after_confirm(OrderPlaced)', 9)).toBeUndefined()
  })
})
