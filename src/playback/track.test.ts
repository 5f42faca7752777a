import { expect, test } from 'vitest'
import { lastAtOrBefore, Track } from './track'

test('a value holds from its event until the next entry', () => {
  const track = new Track<string>()
  track.set(2, 'a')
  track.set(5, 'b')
  expect([1, 2, 4, 5, 99].map((index) => track.at(index))).toEqual([undefined, 'a', 'a', 'b', 'b'])
})

test('the last entry of one event wins', () => {
  const track = new Track<string>()
  track.set(2, 'a')
  track.set(2, 'b')
  expect(track.at(2)).toBe('b')
  expect(track.placeAt(2)).toBe(0)
})

test('what is learned later changes the entries from an event on', () => {
  const track = new Track<number>()
  for (const index of [1, 3, 5]) track.set(index, index)
  track.amend(3, (value) => value * 10)
  expect([1, 3, 5].map((index) => track.at(index))).toEqual([1, 30, 50])
})

test('a search finds the last number that is not greater', () => {
  expect([0, 1, 2, 3, 9].map((wanted) => lastAtOrBefore([1, 3, 3, 7], wanted))).toEqual([
    -1, 0, 0, 2, 3,
  ])
})
