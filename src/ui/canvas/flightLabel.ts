import type { Flight } from '../../playback/frame'

/** `OrderPlaced 2`; a reply says what it is: `confirm 2` from a broker, `ack 2` to one, else `answer 2`. */
export function flightLabel(flight: Flight, isBroker: (process: string) => boolean): string {
  const about = flight.key === '' ? '' : ` ${flight.key}`
  if (flight.role !== 'reply') return flight.type + about
  if (isBroker(flight.from)) return `confirm${about}`
  return (isBroker(flight.to) ? 'ack' : 'answer') + about
}

/** What a screen reader says of a message in flight: `OrderPlaced 2, Relay to Broker, event`. */
export function flightSentence(
  flight: Flight,
  titleOf: (process: string) => string,
  isBroker: (process: string) => boolean,
): string {
  const again = flight.again ? ', sent before' : ''
  const way = `${titleOf(flight.from)} to ${titleOf(flight.to)}`
  return `${flightLabel(flight, isBroker)}, ${way}, ${flight.role}${again}`
}
