import { assert } from './assert'
import { startCall, startPublish } from './calls'
import { task } from './clock'
import type { Effect, EffectKind, Message } from './effects'
import { draftOf } from './drafts'
import { beginOpen, commitOpen, rollBack, runShort, runStatementOf } from './local-transactions'
import type { BrokerOrder } from './network'
import type { LiveHandler } from './process'
import { CommittedView } from './reader'
import type { Simulation } from './simulation'

type Performer<K extends EffectKind> = (
  sim: Simulation,
  handler: LiveHandler,
  effect: Extract<Effect, { kind: K }>,
) => void

/** What the engine does for each kind of effect. Each ends, now or later, in `complete` or `failed` of the handlers. */
export const performers: { readonly [K in EffectKind]: Performer<K> } = {
  transaction: runShort,
  begin: beginOpen,
  statement: runStatementOf,
  commit: commitOpen,
  rollback: rollBack,

  read(sim, handler, effect) {
    const database = sim.store.reach(handler.process)
    sim.handlers.complete(handler, effect.body(new CommittedView(database)))
  },

  readLog(sim, handler, effect) {
    sim.handlers.complete(handler, sim.store.reach(handler.process).log.slice(effect.after))
  },

  send(sim, handler, effect) {
    const draft = draftOf(handler, effect.label, effect.message, effect.message.to, 'command')
    sim.network.send(draft)
    sim.handlers.complete(handler, undefined)
  },

  call: startCall,

  reply(sim, handler, effect) {
    assert(
      handler.program.answers >= 0 && !handler.replied,
      `${handler.process.id}: nobody waits for this reply`,
    )
    sim.post.answer(handler, effect.status, effect.data)
    sim.handlers.complete(handler, undefined)
  },

  publish: startPublish,

  ack(sim, handler, effect) {
    settleDelivery(sim, handler, effect.message, { kind: 'ack', message: effect.message })
  },

  nack(sim, handler, effect) {
    const { message, requeue } = effect
    settleDelivery(sim, handler, message, { kind: 'nack', message, requeue })
  },

  sleep(sim, handler, effect) {
    const us = Math.max(0, Math.round(effect.ms * 1000))
    sim.schedule(
      effect.busy ? handler.process.duration(us) : us,
      task('wake', handler.process.id, handler.id, handler.token),
    )
  },

  setTimer(sim, handler, effect) {
    const { label, id, ms, data } = effect
    sim.timers.set(handler.process, label, id, Math.round(ms * 1000), data)
    sim.handlers.complete(handler, undefined)
  },

  cancelTimer(sim, handler, effect) {
    sim.timers.cancel(handler.process, effect.label, effect.id)
    sim.handlers.complete(handler, undefined)
  },

  clock(sim, handler, effect) {
    const { skewUs, startedUs } = handler.process
    const us = sim.clock.nowUs + (effect.which === 'wall' ? skewUs : -startedUs)
    sim.handlers.complete(handler, us / 1000)
  },

  draw(sim, handler, effect) {
    const purpose = `${handler.process.id} ${effect.label}`
    sim.handlers.complete(handler, sim.draws.below(purpose, effect.below))
  },

  newId(sim, handler, effect) {
    sim.handlers.complete(handler, sim.handlers.newId(effect.label))
  },

  note(sim, handler, effect) {
    const service = handler.process.id
    sim.emit({ kind: 'noted', service, handler: handler.id, text: effect.label })
    sim.handlers.complete(handler, undefined)
  },
}

/** Sends the broker a word on a delivery, and does not wait for what it thinks of it. */
function settleDelivery(
  sim: Simulation,
  handler: LiveHandler,
  { delivery, id, key, type, transmission }: Message,
  order: Extract<BrokerOrder, { kind: 'ack' | 'nack' }>,
): void {
  assert(delivery !== undefined, `${type} did not come from a broker, so there is no ${order.kind}`)
  const message = { id, key }
  const draft = draftOf(handler, `${type} ${order.kind}`, message, delivery.broker, 'reply')
  sim.network.send({ ...draft, reply: transmission, order })
  sim.handlers.complete(handler, undefined)
}
