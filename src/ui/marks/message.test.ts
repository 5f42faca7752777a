import { describe, expect, test } from 'vitest'
import { messageDrawing, type MessageFate } from './message'
import { outlines } from './paths'

const roles = ['command', 'event', 'reply', 'query', 'compensation'] as const
const fates: readonly MessageFate[] = ['normal', 'again', 'skipped', 'lost', 'forgotten']

describe('a message drawing', () => {
  test('differs by shape, not by colour alone, for every role', () => {
    const shapes = roles.map((role) =>
      messageDrawing(role)
        .strokes.map(({ d }) => d)
        .join(),
    )
    expect(new Set(shapes).size).toBe(roles.length)
  })

  test.each(roles)('of a %s differs by its lines for every fate', (role) => {
    const drawings = fates.map((fate) =>
      JSON.stringify(messageDrawing(role, fate).strokes.map(({ d, dash }) => [d, dash])),
    )
    expect(new Set(drawings).size).toBe(fates.length)
  })

  test('puts the twin of a duplicate behind it', () => {
    const [twin, body] = messageDrawing('event', 'again').strokes
    expect(twin).toMatchObject({ d: outlines.event, dash: [2.5, 2.5], offset: { x: 8 } })
    expect(twin?.fill).toBe('paper')
    expect(body).toMatchObject({ d: outlines.event, fill: 'event' })
  })

  test('has no number once it has broken up', () => {
    expect(messageDrawing('command', 'lost').label).toBeNull()
    expect(messageDrawing('command', 'forgotten').label?.ink).toBe('dead-ink')
  })
})
