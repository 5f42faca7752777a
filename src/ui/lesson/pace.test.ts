import { expect, test } from 'vitest'
import type { Film } from '../../playback/frame'
import { paceOf } from './pace'

const film = (stillUs: number) => ({ stillWithin: () => stillUs }) as Partial<Film> as Film

test('what is short is shown at the teaching pace', () => {
  expect(paceOf(film(0), 0, 200_000)).toBe(1)
  expect(paceOf(film(0), 0, 600_000)).toBe(1)
})

test('what is long is shown in half a minute', () => {
  expect(paceOf(film(0), 0, 1_744_000)).toBe(5)
  expect(paceOf(film(0), 1_000_000, 1_744_000)).toBe(2)
})

test('stillness does not count', () => {
  expect(paceOf(film(12_600_000), 0, 12_822_000)).toBe(1)
})
