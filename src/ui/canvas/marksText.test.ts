import { expect, it } from 'vitest'
import { marksText, stateWords } from './marksText'

const none = { waits: 0, held: 0, person: 0 }
const titleOf = (process: string) => (process === 'hotel' ? 'HotelService' : process)

it('says how many rows wait, are held or need a person', () => {
  expect(marksText(none, 3)).toBe('')
  expect(marksText({ ...none, waits: 1 }, 3)).toBe('1 of 3 waits')
  expect(marksText({ ...none, waits: 2 }, 3)).toBe('2 of 3 wait')
  expect(marksText({ ...none, held: 1 }, 1)).toBe('1 of 1 held')
  expect(marksText({ ...none, waits: 2 }, 3, true)).toBe('2 wait')
  expect(marksText({ ...none, person: 2 }, 3)).toBe('2 need a person')
  expect(marksText({ waits: 2, held: 1, person: 1 }, 5)).toBe('2 wait, 1 held, 1 needs a person')
})

it('says for whom a row waits, by the title of the process', () => {
  const by = { column: 'state', waits: ['booking'], held: ['prepared'], waitsFor: 'next' }
  const booking = { state: 'booking', next: 'hotel' }
  expect(stateWords(booking, by, 'waits', titleOf)).toEqual({
    state: 'booking',
    waitsFor: 'waits for Hotel',
  })
  const prepared = { state: 'prepared', next: 'the decision' }
  expect(stateWords(prepared, by, 'held', titleOf).waitsFor).toBe('for the decision')
})

it('says nothing of whom when a row rests or does not know', () => {
  const by = { column: 'state', waits: ['booking'], waitsFor: 'next' }
  expect(stateWords({ state: 'done', next: 'hotel' }, by, 'rest', titleOf).waitsFor).toBe('')
  expect(stateWords({ state: 'booking', next: null }, by, 'waits', titleOf).waitsFor).toBe('')
  expect(stateWords({ state: null }, by, 'rest', titleOf)).toEqual({ state: '', waitsFor: '' })
})
