import type { TraceEvent } from '../engine'
import type { Names } from './names'
import { timeText } from './names'

type Of<K extends TraceEvent['kind']> = Extract<TraceEvent, { readonly kind: K }>

export function slowedText(event: Of<'slowed'>, names: Names): string {
  const title = names.title(event.service)
  return event.factor === 1
    ? `${title} works at its normal speed again.`
    : `${title} takes ${event.factor} times as long for everything.`
}

export function linkText(event: Of<'linkChanged'>, names: Names): string {
  const link = `from ${names.title(event.from)} to ${names.title(event.to)}`
  if (event.cut) return `The link ${link} is cut: nothing passes.`
  const harm = [
    event.extraUs > 0 ? `takes ${timeText(event.extraUs)} longer` : '',
    event.lossPerMille > 0 ? `loses ${event.lossPerMille} messages in a thousand` : '',
  ].filter((text) => text !== '')
  return harm.length > 0 ? `The link ${link} ${harm.join(' and ')}.` : `The link ${link} is whole.`
}

export function clockText(event: Of<'clockSet'>, names: Names): string {
  const { service, skewUs } = event
  if (skewUs === 0) return `The clock of ${names.title(service)} is right.`
  const side = skewUs > 0 ? 'ahead' : 'behind'
  return `The clock of ${names.title(service)} is ${timeText(Math.abs(skewUs))} ${side}.`
}

export function rebalancedText(event: Of<'rebalanced'>, names: Names): string {
  const owners = Object.entries(event.assignment)
    .map(([partition, member]) => `partition ${partition} to ${names.title(member)}`)
    .join(', ')
  const given = owners === '' ? 'nobody is there to take them' : owners
  return `${names.title(event.service)} deals out ${event.source} in the group ${event.group}, because ${event.reason}: ${given}.`
}

export function endedText(event: Of<'ended'>, endedWhy: string): string {
  switch (event.reason) {
    case 'quiet':
      return 'Nothing is in flight and nobody has anything left to do: the run is over.'
    case 'stuck':
      return `The run stops, but it is not quiet. ${endedWhy}`.trim()
    case 'step limit':
    case 'time limit':
    case 'queue limit':
      return endedWhy || `The run is stopped at its ${event.reason}.`
  }
}
