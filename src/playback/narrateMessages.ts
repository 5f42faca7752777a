import type { TraceEvent } from '../engine'
import type { Flight } from './frame'
import type { Names } from './names'
import { sentenceCase } from './names'

type Sent = Extract<TraceEvent, { readonly kind: 'messageSent' }>
type Lost = Extract<TraceEvent, { readonly kind: 'messageLost' }>

export function sentText(event: Sent, flight: Flight | undefined, names: Names): string {
  const message = flight === undefined ? event.type : names.message(flight)
  if (event.copyOf >= 0)
    return `The network delivers a second copy of ${message} to ${names.title(event.to)}.`
  const again = event.again ? ' again' : ''
  return `${names.title(event.from)} sends ${message} to ${names.title(event.to)}${again}.`
}

export function lostText(event: Lost, flight: Flight | undefined, names: Names): string {
  const what = sentenceCase(names.transmission(event.message))
  const receiver = names.title(flight?.to ?? event.service)
  const sender = names.title(flight?.from ?? '')
  switch (event.reason) {
    case 'dropped':
      return `${what} is lost on its way to ${receiver}.`
    case 'cut':
      return `${what} cannot pass: the link from ${sender} to ${receiver} is cut.`
    case 'down':
      return `${what} comes to ${receiver}, which is not running, and is lost.`
    case 'forgotten':
      return `${what} reaches ${receiver}, which no longer knows what it was for.`
    case 'connection lost':
      return `${what} is lost with the connection between ${sender} and ${receiver}.`
  }
}
