import { assert } from './assert'
import { task } from './clock'
import type { Answer, CallOptions, Effect, EffectKind, Outgoing } from './effects'
import { SimulatedFailure } from './failure'
import type { LiveHandler } from './process'
import type { Simulation } from './simulation'
import { CommittedView } from './transaction'

type Performer<K extends EffectKind> = (
  sim: Simulation,
  handler: LiveHandler,
  effect: Extract<Effect, { kind: K }>,
) => void

/** What the engine does for each kind of effect. Each ends, now or later, in `complete` or `fail` of the handler. */
export const performers: { readonly [K in EffectKind]: Performer<K> } = {
  transaction(sim, handler, effect) {
    requireDatabase(sim, handler)
    handler.transaction = sim.store.begin(handler, effect.label, effect.isolation)
    runBody(sim, handler, effect)
  },

  read(sim, handler, effect) {
    requireDatabase(sim, handler)
    sim.handlers.complete(handler, effect.body(new CommittedView(sim.store.of(handler.process))))
  },

  begin(sim, handler, effect) {
    requireDatabase(sim, handler)
    const transaction = sim.store.begin(handler, effect.label, effect.isolation)
    handler.open.set(transaction.number, transaction)
    sim.handlers.complete(handler, transaction.number)
  },

  statement(sim, handler, effect) {
    const transaction = openTransaction(handler, effect.transaction)
    attempt(sim, handler, transaction, () => {
      const result = sim.store.statement(handler, transaction, effect.label, effect.body)
      if (result !== 'waiting') sim.handlers.complete(handler, result.value)
    })
  },

  commit(sim, handler, effect) {
    handler.transaction = openTransaction(handler, effect.transaction)
    scheduleCommit(sim, handler, sim.timing.commitMs)
  },

  rollback(sim, handler, effect) {
    const transaction = openTransaction(handler, effect.transaction)
    handler.open.delete(transaction.number)
    sim.store.abort(handler.process, transaction, 'rolled back')
    sim.handlers.complete(handler, undefined)
  },

  send(sim, handler, effect) {
    sim.network.send({
      ...draft(handler, effect.label, effect.message, 'command'),
      to: effect.message.to,
      reply: -1,
      waiter: null,
      resumes: null,
      order: null,
    })
    sim.handlers.complete(handler, undefined)
  },

  call(sim, handler, effect) {
    handler.attempt = 1
    sendRequest(sim, handler, effect)
  },

  reply(sim, handler, effect) {
    assert(
      handler.program.answers >= 0 && !handler.replied,
      `${handler.process.id}: nobody waits for this reply`,
    )
    sim.answer(handler, effect.status, effect.data)
    sim.handlers.complete(handler, undefined)
  },

  publish(sim, handler, effect) {
    const { options, message } = effect
    const broker = sim.brokerOf(message.topic)
    const confirm = options.confirm === true
    sim.network.send({
      ...draft(handler, effect.label, message, 'event'),
      to: broker,
      reply: -1,
      waiter: confirm ? { handler: handler.id, token: handler.token } : null,
      resumes: null,
      order: {
        kind: 'publish',
        topic: message.topic,
        confirm,
        mandatory: options.mandatory === true,
        acks: options.acks ?? 'all',
        producer: `${handler.process.id}#${handler.process.epoch}`,
        sequence: options.producerSequence ?? -1,
      },
    })
    if (!confirm) sim.handlers.complete(handler, 'sent')
    else if (sim.handlers.pass(handler, 'after_send', null))
      waitAtMost(sim, handler, 'confirm timeout', options.timeoutMs ?? 100)
  },

  ack(sim, handler, effect) {
    settleDelivery(sim, handler, effect, { kind: 'ack', message: effect.message })
  },

  nack(sim, handler, effect) {
    settleDelivery(sim, handler, effect, {
      kind: 'nack',
      message: effect.message,
      requeue: effect.requeue,
    })
  },

  sleep(sim, handler, effect) {
    const micros = Math.max(0, Math.round(effect.ms * 1000))
    wake(sim, handler, effect.busy ? handler.process.duration(micros) : micros)
  },

  setTimer(sim, handler, effect) {
    sim.timers.set(
      handler.process,
      effect.label,
      effect.id,
      Math.round(effect.ms * 1000),
      effect.data,
    )
    sim.handlers.complete(handler, undefined)
  },

  cancelTimer(sim, handler, effect) {
    sim.timers.cancel(handler.process, effect.label, effect.id)
    sim.handlers.complete(handler, undefined)
  },

  readLog(sim, handler, effect) {
    requireDatabase(sim, handler)
    sim.handlers.complete(handler, sim.store.of(handler.process).log.slice(effect.after))
  },

  clock(sim, handler, effect) {
    const { process } = handler
    const micros =
      effect.which === 'wall'
        ? sim.clock.nowUs + process.skewUs
        : sim.clock.nowUs - process.startedUs
    sim.handlers.complete(handler, micros / 1000)
  },

  draw(sim, handler, effect) {
    sim.handlers.complete(
      handler,
      sim.draws.below(`${handler.process.id} ${effect.label}`, effect.below),
    )
  },

  newId(sim, handler, effect) {
    const ids = handler.process.ids
    const count = (ids.get(effect.label) ?? 0) + 1
    ids.set(effect.label, count)
    sim.handlers.complete(handler, `${effect.label}-${count}`)
  },

  note(sim, handler, effect) {
    sim.emit({
      kind: 'noted',
      service: handler.process.id,
      handler: handler.id,
      text: effect.label,
    })
    sim.handlers.complete(handler, undefined)
  },
}

/** Runs the body of a short transaction, again after each wait, and schedules its commit. */
export function runBody(
  sim: Simulation,
  handler: LiveHandler,
  effect: Extract<Effect, { kind: 'transaction' }>,
): void {
  const transaction = handler.transaction
  assert(transaction !== null, 'a short transaction is open while its body runs')
  attempt(sim, handler, transaction, () => {
    const result = sim.store.statement(handler, transaction, effect.label, effect.body)
    if (result === 'waiting') return
    handler.outcome = result
    scheduleCommit(sim, handler, effect.durationMs ?? sim.timing.commitMs)
  })
}

/** The commit of a handler's current transaction is due. */
export function commitNow(sim: Simulation, handler: LiveHandler): void {
  const { transaction, effect } = handler
  assert(transaction !== null && effect !== null, 'a commit has its transaction')
  handler.transaction = null
  handler.open.delete(transaction.number)
  const value =
    effect.kind === 'transaction' && 'value' in handler.outcome ? handler.outcome.value : undefined
  attempt(sim, handler, transaction, () => {
    sim.store.commit(handler.process, transaction)
    sim.handlers.complete(handler, value)
  })
}

function scheduleCommit(sim: Simulation, handler: LiveHandler, durationMs: number): void {
  const micros = handler.process.duration(Math.max(0, Math.round(durationMs * 1000)))
  sim.schedule(micros, task('commit', '', handler.id, handler.token))
}

/** Does something that the database may refuse; a refusal aborts the transaction and reaches the handler. */
function attempt(
  sim: Simulation,
  handler: LiveHandler,
  transaction: NonNullable<LiveHandler['transaction']>,
  body: () => void,
): void {
  try {
    body()
  } catch (error) {
    if (!(error instanceof SimulatedFailure)) throw error
    handler.transaction = null
    handler.open.delete(transaction.number)
    sim.store.abort(handler.process, transaction, error.message)
    sim.handlers.fail(handler, error)
  }
}

function requireDatabase(sim: Simulation, handler: LiveHandler): void {
  const database = sim.store.of(handler.process)
  if (sim.store.available(database)) return
  throw new SimulatedFailure(
    'database unavailable',
    `the database of ${database.owner} does not answer`,
  )
}

function openTransaction(
  handler: LiveHandler,
  number: number,
): NonNullable<LiveHandler['transaction']> {
  const transaction = handler.open.get(number)
  if (transaction === undefined)
    throw new SimulatedFailure('rolled back', `transaction ${number} is no longer open`)
  return transaction
}

function draft(handler: LiveHandler, type: string, message: Outgoing, role: 'command' | 'event') {
  const { process } = handler
  const count = (process.ids.get('message') ?? 0) + 1
  if (message.id === undefined) process.ids.set('message', count)
  return {
    handler: handler.id,
    role: message.role ?? role,
    message: {
      type,
      id: message.id ?? `${process.id}-${count}`,
      key: message.key ?? '',
      from: process.id,
      data: message.data ?? null,
      headers: message.headers ?? {},
    },
  }
}

/** Sends (again) the request of a call and starts its timeout. */
export function sendRequest(
  sim: Simulation,
  handler: LiveHandler,
  effect: Extract<Effect, { kind: 'call' }>,
): void {
  const newKey = callRetry(handler, effect.options)?.newKeyPerAttempt === true
  if (handler.attempt > 1) {
    const id = newKey ? `${handler.callId}-try${handler.attempt}` : handler.callId
    sendDraft(
      sim,
      handler,
      draft(handler, effect.label, { ...effect.message, id }, 'command'),
      effect.message.to,
    )
  } else {
    const request = draft(handler, effect.label, effect.message, 'command')
    handler.callId = request.message.id
    sendDraft(sim, handler, request, effect.message.to)
  }
  if (sim.handlers.pass(handler, 'after_send', null)) {
    waitAtMost(
      sim,
      handler,
      'call timeout',
      handler.process.callTimeoutMs ?? effect.options.timeoutMs ?? 100,
    )
  }
}

function sendDraft(
  sim: Simulation,
  handler: LiveHandler,
  request: ReturnType<typeof draft>,
  to: string,
): void {
  const waiter = { handler: handler.id, token: handler.token }
  sim.network.send({ ...request, to, reply: -1, waiter, resumes: null, order: null })
}

/** A call has its answer, or has given up waiting: the library may try again before the handler hears of it. */
export function answerCall(sim: Simulation, handler: LiveHandler, answer: Answer): void {
  const effect = handler.effect
  assert(effect?.kind === 'call', 'only a call is answered')
  const retry = callRetry(handler, effect.options)
  const final = answer.outcome === 'answered' && answer.status !== 503
  if (final || retry === null || handler.attempt >= retry.attempts) {
    sim.handlers.complete(handler, answer)
    return
  }
  sim.clock.cancel(handler.timeout)
  handler.token += 1
  const backoffUs = Math.round(retry.backoffMs * 1000) * (1 << Math.min(handler.attempt - 1, 20))
  handler.attempt += 1
  handler.timeout = sim.schedule(
    backoffUs,
    task('call again', handler.process.id, handler.id, handler.token),
  )
}

function callRetry(
  handler: LiveHandler,
  options: CallOptions,
): {
  readonly attempts: number
  readonly backoffMs: number
  readonly newKeyPerAttempt?: boolean
} | null {
  return handler.process.callRetry ?? options.retry ?? null
}

function settleDelivery(
  sim: Simulation,
  handler: LiveHandler,
  effect: Extract<Effect, { kind: 'ack' | 'nack' }>,
  order:
    | { readonly kind: 'ack'; readonly message: typeof effect.message }
    | { readonly kind: 'nack'; readonly message: typeof effect.message; readonly requeue: boolean },
): void {
  const { delivery, id, key, type } = effect.message
  assert(
    delivery !== undefined,
    `${type} did not come from a broker, so there is nothing to ${effect.kind}`,
  )
  sim.network.send({
    message: {
      type: `${type} ${effect.kind}`,
      id,
      key,
      from: handler.process.id,
      data: null,
      headers: {},
    },
    to: delivery.broker,
    role: 'reply',
    handler: handler.id,
    reply: effect.message.transmission,
    waiter: null,
    resumes: null,
    order,
  })
  sim.handlers.complete(handler, undefined)
}

function wake(sim: Simulation, handler: LiveHandler, micros: number): void {
  sim.schedule(micros, task('wake', handler.process.id, handler.id, handler.token))
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
