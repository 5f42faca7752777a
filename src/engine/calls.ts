import { assert } from './assert'
import { task } from './clock'
import { draftOf } from './drafts'
import type { Answer, CallOptions, Effect } from './effects'
import { waitsForConfirm } from './points'
import type { LiveHandler } from './process'
import type { Simulation } from './simulation'

type CallEffect = Extract<Effect, { kind: 'call' }>
type PublishEffect = Extract<Effect, { kind: 'publish' }>

/** How long a caller waits when it does not say. */
const patienceMs = 100

export function startCall(sim: Simulation, handler: LiveHandler, effect: CallEffect): void {
  handler.attempt = 1
  request(sim, handler, effect)
}

/** The time between two attempts is over. */
export function callAgain(sim: Simulation, handler: LiveHandler): void {
  assert(handler.effect?.kind === 'call', 'only a call is repeated')
  request(sim, handler, handler.effect)
}

/** A call has its answer, or has given up waiting: the library may try again before the handler hears of it. */
export function answerCall(sim: Simulation, handler: LiveHandler, answer: Answer): void {
  const { effect, attempt, process } = handler
  assert(effect?.kind === 'call', 'only a call is answered')
  sim.faults.met(process, 'client-retry')
  const retry = retryOf(handler, effect.options)
  const final = answer.outcome === 'answered' && answer.status !== 503
  if (final || retry === null || attempt >= retry.attempts) {
    sim.handlers.complete(handler, answer)
    return
  }
  sim.clock.cancel(handler.timeout)
  handler.token += 1
  handler.attempt += 1
  const backoffUs = Math.round(retry.backoffMs * 1000) * (1 << Math.min(attempt - 1, 20))
  handler.timeout = sim.schedule(
    backoffUs,
    task('call again', process.id, handler.id, handler.token),
  )
}

export function startPublish(sim: Simulation, handler: LiveHandler, effect: PublishEffect): void {
  const { options, message, label } = effect
  const confirm = waitsForConfirm(options)
  const { id, epoch } = handler.process
  sim.network.send({
    ...draftOf(handler, label, message, brokerOf(sim, message.topic), 'event'),
    waiter: confirm ? { handler: handler.id, token: handler.token } : null,
    order: {
      kind: 'publish',
      topic: message.topic,
      mandatory: options.mandatory === true,
      acks: options.acks ?? 'all',
      producer: `${id}#${epoch}`,
      sequence: options.producerSequence ?? -1,
    },
  })
  if (!confirm) sim.handlers.complete(handler, 'sent')
  else if (sim.handlers.pass(handler, 'after_send', null))
    waitAtMost(sim, handler, 'confirm timeout', options.timeoutMs ?? patienceMs)
}

/** Sends (again) the request of a call and starts its timeout. */
function request(sim: Simulation, handler: LiveHandler, effect: CallEffect): void {
  const { message, options, label } = effect
  const first = handler.attempt === 1
  const newKey = retryOf(handler, options)?.newKeyPerAttempt === true
  const id = newKey ? `${handler.callId}-try${handler.attempt}` : handler.callId
  const draft = draftOf(handler, label, first ? message : { ...message, id }, message.to, 'command')
  if (first) handler.callId = draft.message.id
  sim.faults.met(handler.process)
  sim.network.send({ ...draft, waiter: { handler: handler.id, token: handler.token } })
  if (!sim.handlers.pass(handler, 'after_send', null)) return
  const timeoutMs = handler.process.callTimeoutMs ?? options.timeoutMs ?? patienceMs
  waitAtMost(sim, handler, 'call timeout', timeoutMs)
}

function retryOf(
  { process }: LiveHandler,
  { retry }: CallOptions,
): NonNullable<CallOptions['retry']> | null {
  return process.callRetry ?? retry ?? null
}

/** The broker that has a topic, or the only one there is. */
function brokerOf(sim: Simulation, topic: string): string {
  const specs = sim.system.brokers ?? []
  const owner = specs.find((spec) =>
    spec.kind === 'log'
      ? topic in spec.topics
      : spec.bindings.some((binding) => binding.topic === topic),
  )
  const broker = owner ?? specs[0]
  assert(broker !== undefined, `a message is published to ${topic}, but there is no broker`)
  return broker.id
}

function waitAtMost(
  sim: Simulation,
  handler: LiveHandler,
  kind: 'call timeout' | 'confirm timeout',
  milliseconds: number,
): void {
  handler.timeout = sim.schedule(
    Math.round(milliseconds * 1000),
    task(kind, handler.process.id, handler.id, handler.token),
  )
}
