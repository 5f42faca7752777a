import { expect, test } from 'vitest'
import { presetRun } from '../testing/presetRun'
import { createFilm } from './film'

function filmOf(preset: string, variant?: string) {
  const { run, system } = presetRun('transactional-outbox', preset, variant)
  return { film: createFilm(run, system), run }
}

test('a crash between confirm and mark: who knows what', () => {
  const { film } = filmOf('OUT-4')
  expect(film.momentAt(film.headAtTime(74_000))).toEqual({
    timeUs: 74_000,
    point: 'after_confirm(OrderPlaced) #2',
    text: 'The broker has OrderPlaced 2. The disk does not know it yet. Nobody alive knows both.',
    facts: [
      { place: 'order', where: 'disk', title: 'orders_db', text: 'outbox e2 is waiting' },
      { place: 'broker', where: 'broker', title: 'Broker', text: 'e2 is at offset 1' },
      { place: 'relay', where: 'memory', title: 'Relay', text: 'remembers nothing' },
    ],
  })
})

test('a crash after a commit: the broker knows nothing of the rows', () => {
  const { film } = filmOf('OUT-2')
  const moment = film.momentAt(film.headAtTime(11_000))
  expect(moment.point).toBe('after_commit(save order) #1')
  expect(moment.text).toContain('“save order” is durable.')
  expect(moment.facts.map(({ text }) => text)).toEqual([
    'orders 1 is placed',
    'knows nothing of it',
    'remembers nothing',
  ])
})

test('a weighty moment stays for a while, then the story goes on, then the silence is explained', () => {
  const { film } = filmOf('OUT-4')
  const at = (timeMs: number) => film.momentAt(film.headAtTime(timeMs * 1000))
  expect(at(77)).toBe(at(74))
  expect(at(81).text).toContain('commits “ship order”')
  expect(at(120).text).toBe('Relay is down until 174.0 ms. Its disk keeps what it had.')
  expect(at(175).text).toContain('Relay is back')
})

test('an event that is stepped to is told, whatever is near it', () => {
  const { film } = filmOf('OUT-4')
  for (const index of film.narrated) {
    const head = film.headAtIndex(index)
    const { text } = film.momentAt(head)
    const isTold = text.startsWith(film.sentence(index)) || film.momentAt(head).facts.length > 0
    expect(isTold).toBe(true)
  }
})

test('a broken check is the moment at which it breaks', () => {
  const { film } = filmOf('OUT-4')
  const { text } = film.momentAt(film.headAtTime(191_000))
  expect(text).toMatch(/^Broken: “No order is shipped twice”\. /)
})

test('the end says what the checks say', () => {
  const { film, run } = filmOf('OUT-4')
  expect(film.momentAt(film.headAtTime(run.endUs)).text).toMatch(
    /Broken: “No order is shipped twice”\.$/,
  )
  const cured = filmOf('OUT-4', 'outbox-inbox')
  const last = cured.film.headAtTime(cured.run.endUs)
  expect(cured.film.momentAt(last).text).toMatch(/Every check holds\.$/)
})

test('before the first event nothing has happened', () => {
  const { film } = filmOf('OUT-4')
  expect(film.momentAt(film.headAtTime(0)).text).toBe('Nothing has happened yet.')
})
