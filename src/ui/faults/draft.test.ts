import { describe, expect, it } from 'vitest'
import { verbNames } from '../../stores/vocabulary'
import { sampleRun, sampleSystem } from '../../testing/sampleRun'
import { choicesOf, draftOf, firstMoment, kindOfMoment, verbGroups, withField } from './draft'

const choices = choicesOf(sampleRun(), sampleSystem)

describe('a fault in the making', () => {
  it('can happen to every message of the run', () => {
    expect(choices.messages.find(({ name }) => name === 'OrderPlaced relay>broker')?.times).toBe(4)
    expect(choices.groups).toEqual(['shipping'])
  })

  it('begins at something that the run has', () => {
    expect(firstMoment('message', choices, 5)).toEqual({
      message: 'PlaceOrder client>order',
      nth: 1,
    })
    expect(firstMoment('point', { ...choices, points: [] }, 5)).toEqual({ timeMs: 5 })
  })

  it('names whom it hits where the moment does not', () => {
    expect(draftOf({ timeMs: 5 }, 'crash', choices)).toEqual({
      at: { timeMs: 5 },
      do: 'crash',
      service: 'client',
      restartAfterMs: 100,
    })
    const at = { point: 'relay/after_confirm(OrderPlaced)', nth: 2 }
    expect(draftOf(at, 'pause', choices)).toEqual({ at, do: 'pause', forMs: 100 })
  })

  it('has a value in every field it must have', () => {
    for (const verb of verbNames) {
      const draft = draftOf({ timeMs: 1 }, verb, choices)
      expect({ verb, values: Object.values(draft).includes(undefined) }).toEqual({
        verb,
        values: false,
      })
    }
  })

  it('changes or loses one field at a time', () => {
    const crash = draftOf({ timeMs: 5 }, 'crash', choices)
    expect(withField(crash, 'restartAfterMs', 50)).toMatchObject({ restartAfterMs: 50 })
    expect('restartAfterMs' in withField(crash, 'restartAfterMs', undefined)).toBe(false)
    expect(kindOfMoment(withField(crash, 'at', { message: 'a b>c' }).at)).toBe('message')
  })

  it('offers every verb once, those for messages first at a message', () => {
    const verbs = verbGroups('message').flatMap((group) => group.verbs.map(({ verb }) => verb))
    expect(verbs.toSorted()).toEqual([...verbNames].toSorted())
    expect(verbs[0]).toBe('drop')
    expect(verbGroups('time')[0]?.verbs[0]?.verb).toBe('crash')
  })
})
