import { expect, it } from 'vitest'
import { createFilm } from '../../playback/film'
import { sampleRun, sampleSystem } from '../../testing/sampleRun'
import { flightLabel, flightSentence } from './flightLabel'

const film = createFilm(sampleRun(), sampleSystem)
const isBroker = (process: string) => process === 'broker'
const first = (from: string, to: string) => {
  const flight = film.flights.find((each) => each.from === from && each.to === to)
  if (!flight) throw new Error(`nothing flies from ${from} to ${to}`)
  return flight
}

it('says what a reply is', () => {
  expect(flightLabel(first('relay', 'broker'), isBroker)).toBe('OrderPlaced 1')
  expect(flightLabel(first('broker', 'relay'), isBroker)).toBe('confirm 1')
  expect(flightLabel(first('order', 'client'), isBroker)).toBe('answer 1')
})

it('names a message in flight for those who do not see it', () => {
  const titles = new Map(
    [...sampleSystem.services, ...(sampleSystem.brokers ?? [])].map((each) => [
      each.id,
      each.title,
    ]),
  )
  const sentence = flightSentence(first('relay', 'broker'), (id) => titles.get(id) ?? id, isBroker)
  expect(sentence).toBe('OrderPlaced 1, Relay to Broker, event')
})
