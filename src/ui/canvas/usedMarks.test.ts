import { expect, it } from 'vitest'
import { sampleLesson, sampleRun } from '../../testing/sampleRun'
import { usedMarks } from './usedMarks'

const { trace } = sampleRun()

it('finds the roles of what is sent, and how rows stand', () => {
  const { roles, rows } = usedMarks(trace, sampleLesson.stage)
  expect([...roles].toSorted()).toEqual(['command', 'event', 'reply'])
  expect([...rows].toSorted()).toEqual(['rest', 'waits'])
})

it('finds what is held before anything happens', () => {
  const initial = { order: { outbox: [{ id: 'e9', sent: 'locked' }] } }
  const tables = {
    order: [
      {
        table: 'outbox',
        columns: ['id'],
        as: 'rows' as const,
        state: { column: 'sent', held: ['locked'] },
      },
    ],
  }
  const { rows } = usedMarks({ ...trace, initial, events: [] }, { ...sampleLesson.stage, tables })
  expect([...rows]).toEqual(['held'])
})
