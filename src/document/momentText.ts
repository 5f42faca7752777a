import type { Moment } from '../engine'
import type { Names } from './names'

export interface PointName {
  readonly service: string
  readonly phase: string
  readonly label: string
}

/** The parts of `order/after_commit(save order)`, or undefined when it is not of that form. */
export function parsePoint(point: string): PointName | undefined {
  const [, service, phase, label] = /^([^/]+)\/([a-z_]+)\((.*)\)$/s.exec(point) ?? []
  if (service === undefined || phase === undefined || label === undefined) return undefined
  return { service, phase, label }
}

interface MessageName {
  readonly type: string
  readonly from: string
  readonly to: string
}

/** The parts of `OrderPlaced relay>broker`, or undefined when it is not of that form. */
export function parseMessage(message: string): MessageName | undefined {
  const [, type, from, to] = /^(.+) ([^ >]+)>([^ >]+)$/s.exec(message) ?? []
  if (type === undefined || from === undefined || to === undefined) return undefined
  return { type, from, to }
}

/** When it happens, as the end of a sentence about `subject`, an id: «after the confirm of OrderPlaced, 2nd time». */
export function momentText(moment: Moment, names: Names, subject?: string): string {
  if ('timeMs' in moment) return `at ${moment.timeMs} ms`
  if ('message' in moment) return `when ${messageText(moment, names)} leaves`
  const point = parsePoint(moment.point)
  const where = point === undefined ? `at ${quoted(moment.point)}` : phaseText(point)
  const who = point === undefined || point.service === subject ? '' : ` in ${names(point.service)}`
  return (
    where +
    who +
    (moment.nth === undefined || moment.nth === 1 ? '' : `, ${ordinal(moment.nth)} time`)
  )
}

/** «the 2nd OrderPlaced from Relay to Broker». */
export function messageText(
  moment: { readonly message: string; readonly nth?: number },
  names: Names,
): string {
  const which = ordinal(moment.nth ?? 1)
  const message = parseMessage(moment.message)
  if (message === undefined) return `the ${which} ${quoted(moment.message)}`
  return `the ${which} ${quoted(message.type)} from ${names(message.from)} to ${names(message.to)}`
}

/** Phases whose noun is not their name. */
const nouns: Readonly<Record<string, string>> = {
  send: 'sending',
  read: 'reading',
  reply: 'answer to',
  answer: 'answer to',
  sleep: 'wait for',
  timer: 'setting of timer',
}

function phaseText({ phase, label }: PointName): string {
  const what = quoted(label)
  if (phase === 'after_enqueue_before_confirm')
    return `between the storing and the confirm of ${what}`
  if (phase === 'before_fsync') return `before ${what} is safe on disk`
  const [, side = 'at', word = phase] = /^(before|after)_(.+)$/.exec(phase) ?? []
  const noun = Object.hasOwn(nouns, word) ? nouns[word] : undefined
  if (noun === undefined) return `${side} the ${word.replaceAll('_', ' ')} of ${what}`
  return `${side} the ${noun}${noun.includes(' ') ? '' : ' of'} ${what}`
}

/** A label of several words needs marks to be told from the sentence around it. */
function quoted(label: string): string {
  return /^\S+$/.test(label) ? label : `“${label}”`
}

/** 1st, 2nd, 3rd, 4th, 11th, 21st. */
export function ordinal(n: number): string {
  const isTeen = Math.floor((n % 100) / 10) === 1
  const suffix = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${suffix}`
}
