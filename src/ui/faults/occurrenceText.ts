import { momentText, parseMessage, parsePoint, type Names } from '../../stores/vocabulary'

/** «Relay: after the confirm of OrderPlaced» */
export function pointText(point: string, names: Names): string {
  const service = parsePoint(point)?.service
  if (service === undefined) return point
  return `${names(service)}: ${momentText({ point }, names, service)}`
}

/** «OrderPlaced, Relay → Broker» */
export function messageText(message: string, names: Names): string {
  const parts = parseMessage(message)
  return parts ? `${parts.type}, ${names(parts.from)} → ${names(parts.to)}` : message
}
