import type { Run, TraceEvent } from '../engine'
import type { Flight } from './frame'
import type { Names } from './names'
import { rowsText, sentenceCase, timeText } from './names'
import { brokerText } from './narrateBroker'
import { faultText } from './narrateFaults'
import { lostText, sentText } from './narrateMessages'
import { stepText } from './narrateSteps'
import { clockText, endedText, linkText, rebalancedText, slowedText } from './narrateWeather'

interface Cast {
  readonly names: Names
  readonly flight: (message: number) => Flight | undefined
  /** The last message that a service sent before an event. */
  readonly lastSent: (service: string, index: number) => Flight | undefined
  /** The message that a handler was started by. */
  readonly handling: (handler: number) => Flight | undefined
  readonly endedWhy: Run['endedWhy']
}

/** What happened at a trace event, in one sentence: for the log, the narration and the screen reader. */
export function narrate(event: TraceEvent, cast: Cast): string {
  const { names } = cast
  switch (event.kind) {
    case 'handlerStarted':
      return startedText(event, names)
    case 'handlerEnded':
      return endedHandlerText(event, names)
    case 'stepped':
      return `${names.title(event.service)} ${stepText(event.effect, event.label)}.`
    case 'messageSent':
      return sentText(event, cast.flight(event.message), names)
    case 'messageArrived':
      return `${sentenceCase(names.transmission(event.message))} reaches ${names.title(event.service)}.`
    case 'messageLost':
      return lostText(event, cast.flight(event.message), names)
    case 'transactionBegan':
    case 'transactionWrote':
    case 'transactionWaits':
    case 'transactionAborted':
      return transactionText(event, names)
    case 'transactionCommitted':
      return committedText(event, cast)
    case 'transactionsLost':
    case 'databaseDown':
    case 'databaseUp':
      return databaseText(event, names)
    case 'crashed':
    case 'restarted':
    case 'paused':
    case 'resumed':
      return processText(event, names)
    case 'slowed':
      return slowedText(event, names)
    case 'linkChanged':
      return linkText(event, names)
    case 'clockSet':
      return clockText(event, names)
    case 'timerSet':
      return `${names.title(event.service)} sets the timer “${event.timer}” for ${timeText(event.dueUs)}.`
    case 'timerFired':
      return `The timer “${event.timer}” of ${names.title(event.service)} goes off.`
    case 'brokerChanged':
      return brokerText(event, names)
    case 'rebalanced':
      return rebalancedText(event, names)
    case 'noted':
      return `${names.title(event.service)}: ${event.text}`
    case 'faultApplied':
      return faultSentence(event, cast)
    case 'checkBroken':
      return `Broken: “${names.claim(event.check)}”. ${event.why}`
    case 'checkMet':
      return `It has come true: “${names.claim(event.check)}”.`
    case 'ended':
      return endedText(event, cast.endedWhy)
  }
}

/** The message at hand is the last that the service has sent: a fault that names one strikes as it leaves. */
function faultSentence(event: Of<'faultApplied'>, { names, lastSent }: Cast): string {
  const flight = lastSent(event.service, event.index)
  const what = flight === undefined ? 'a message' : names.message(flight)
  return `Fault: ${faultText(event.text, what, names.title(event.service))}.`
}

type Of<K extends TraceEvent['kind']> = Extract<TraceEvent, { readonly kind: K }>

function startedText(event: Of<'handlerStarted'>, names: Names): string {
  const title = names.title(event.service)
  if (event.message >= 0) return `${title} begins to handle ${names.transmission(event.message)}.`
  return event.program === 'start' ? `${title} starts.` : `${title} begins “${event.program}”.`
}

function endedHandlerText(event: Of<'handlerEnded'>, names: Names): string {
  const title = names.title(event.service)
  return event.failure === null
    ? `${title} has finished and remembers nothing of it.`
    : `${title} gives up: ${event.failure}.`
}

function transactionText(
  event: Of<'transactionBegan' | 'transactionWrote' | 'transactionWaits' | 'transactionAborted'>,
  names: Names,
): string {
  const title = names.title(event.service)
  switch (event.kind) {
    case 'transactionBegan':
      return `${title} begins “${event.label}” in ${names.database(event.database)}.`
    case 'transactionWrote':
      return `${title} writes in “${event.label}”, not yet committed: ${rowsText(event.changes)}.`
    case 'transactionWaits':
      return `${title} waits in “${event.label}”: ${event.row.table} ${event.row.key} is locked by transaction ${event.holder}.`
    case 'transactionAborted':
      return `“${event.label}” of ${title} is rolled back${becauseOf(event.reason)}. Nothing of it remains.`
  }
}

/** A second delivery of a message that changes nothing was known: that is what an inbox is for. */
function committedText(event: Of<'transactionCommitted'>, { names, handling }: Cast): string {
  const title = names.title(event.service)
  const message = event.changes.length === 0 ? handling(event.handler) : undefined
  if (message?.again) return `${title} has seen ${message.id} before and skips it.`
  return `${title} commits “${event.label}”: ${rowsText(event.changes)}.`
}

function becauseOf(reason: string): string {
  return reason === 'rolled back' ? '' : `: ${reason}`
}

function databaseText(
  event: Of<'transactionsLost' | 'databaseDown' | 'databaseUp'>,
  names: Names,
): string {
  const database = names.database(event.database)
  switch (event.kind) {
    case 'transactionsLost':
      return `${database} loses its last ${event.commits === 1 ? 'commit' : `${event.commits} commits`}, although acknowledged.`
    case 'databaseDown':
      return `${database} cannot be reached until ${timeText(event.untilUs)}.`
    case 'databaseUp':
      return `${database} can be reached again.`
  }
}

function processText(
  event: Of<'crashed' | 'restarted' | 'paused' | 'resumed'>,
  names: Names,
): string {
  const title = names.title(event.service)
  switch (event.kind) {
    case 'crashed':
      return names.isBroker(event.service)
        ? `${title} crashes. What it has on disk stays; what was not safe yet may be gone.`
        : `${title} crashes. What it had in memory is lost; its disk is not.`
    case 'restarted':
      return `${title} is back, with an empty memory and its old disk.`
    case 'paused':
      return `${title} stands still until ${timeText(event.untilUs)} and will not notice.`
    case 'resumed':
      return `${title} goes on as if no time had passed.`
  }
}
