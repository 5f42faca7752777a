import { EngineError } from './assert'
import { answerCall } from './calls'
import { task } from './clock'
import type { Answer, PublishResult } from './effects'
import type { Json } from './json'
import type { Transmission } from './network'
import type { LiveHandler, Process } from './process'
import type { Simulation } from './simulation'

/** The ends of the links: who takes a message that arrives, and how an answer finds whoever waits for it. */
export class Post {
  /** Requests that have arrived and whose answer somebody waits for, by transmission. */
  private readonly requests = new Map<number, Transmission>()

  constructor(private readonly sim: Simulation) {}

  /** A message has come to the end of its link. */
  deliver(transmission: Transmission): void {
    const { message, to } = transmission
    const broker = this.sim.brokers.get(to)
    const process = this.sim.processes.get(to)
    if (broker === undefined && process === undefined)
      throw new EngineError(`${message.from} sends ${message.type} to ${to}, which does not exist`)
    if (broker?.up === false || process?.up === false) this.refuse(transmission)
    else if (process !== undefined && !this.isExpected(process, transmission))
      this.sim.network.lose(message.transmission, 'forgotten')
    else {
      this.land(transmission)
      if (broker !== undefined) broker.receive(transmission)
      else if (process !== undefined) this.hand(process, transmission)
    }
  }

  private land({ to, message }: Transmission): void {
    this.sim.network.landed(message.transmission)
    if (this.sim.recorder.on)
      this.sim.emit({ kind: 'messageArrived', service: to, message: message.transmission })
  }

  /** Whether the process still knows what an answer or a delivery is about. */
  private isExpected(process: Process, { resumes, message }: Transmission): boolean {
    if (resumes !== null)
      return this.sim.handlers.live.get(resumes.handler)?.token === resumes.token
    return (
      message.delivery === undefined ||
      this.sim.brokers.get(message.from)?.expects(process, message) !== false
    )
  }

  /** A message is at the process; a paused one finds it when it goes on. */
  private hand(process: Process, transmission: Transmission): void {
    if (transmission.waiter !== null)
      this.requests.set(transmission.message.transmission, transmission)
    if (process.paused) this.sim.schedule(0, task('receive', process.id, 0, 0, transmission))
    else this.receive(process, transmission)
  }

  /** The process takes a message that has arrived. */
  receive(process: Process, transmission: Transmission): void {
    const { message, resumes, waiter } = transmission
    if (resumes !== null) {
      const handler = this.sim.handlers.live.get(resumes.handler)
      if (handler?.token === resumes.token) this.resume(handler, resumes.value)
    } else if (message.delivery !== undefined)
      this.sim.brokers.get(message.from)?.arrived(process, message)
    else {
      const answers = waiter === null ? -1 : message.transmission
      this.sim.handlers.receive(process, message.type, message, answers)
    }
  }

  /** Gives a waiting call or publish its result. */
  resume(handler: LiveHandler, value: Answer | PublishResult): void {
    if (typeof value === 'string') this.sim.handlers.complete(handler, value)
    else answerCall(this.sim, handler, value)
  }

  /** Nobody listens there: the sender's connection is refused, so it knows that nothing was done. */
  private refuse(transmission: Transmission): void {
    this.sim.network.lose(transmission.message.transmission, 'down')
    this.reset(transmission, transmission.order === null ? { outcome: 'refused' } : 'refused')
  }

  /** The connection of a request is gone; its sender learns of it one hop later, if the link still carries that. */
  private reset({ message, to, waiter }: Transmission, value: Answer | PublishResult): void {
    if (waiter === null || this.sim.network.isCut(to, message.from)) return
    const hopUs = Math.round(this.sim.timing.hopMs * 1000)
    this.sim.schedule(hopUs, task('reset', message.from, waiter.handler, waiter.token, value))
  }

  /** A process has died: whoever waits for its answers has lost the connection. */
  abandon(process: Process): void {
    for (const [number, request] of this.requests) {
      if (request.to !== process.id) continue
      this.requests.delete(number)
      this.reset(request, { outcome: 'unknown', reason: 'connection lost' })
    }
  }

  /** A message was lost; a delivery is the broker's to repeat, and so is one whose ack it never hears. */
  afterLoss(transmission: Transmission): void {
    const { message, order, to } = transmission
    if (message.delivery !== undefined) this.sim.brokers.get(message.from)?.missed(transmission)
    else if (order !== null && order.kind !== 'publish')
      this.sim.brokers.get(to)?.unsettled(order.message)
  }

  /** Sends the answer of the request that a handler serves. */
  answer(handler: LiveHandler, status: number, data: Json): void {
    const number = handler.program.answers
    const request = this.requests.get(number)
    handler.replied = true
    if (request === undefined) return
    this.requests.delete(number)
    const answer: Answer = { outcome: 'answered', status, data }
    this.respond(request, handler.id, 'reply', answer, { status, data })
  }

  /** A broker's word on a publish: confirmed, or returned. */
  confirm(publish: Transmission, result: PublishResult): void {
    this.respond(publish, -1, result === 'returned' ? 'return' : 'confirm', result, null)
  }

  private respond(
    { message, to, waiter, dropReply }: Transmission,
    handler: number,
    word: string,
    value: Answer | PublishResult,
    data: Json,
  ): void {
    if (waiter === null) return
    this.sim.network.send(
      {
        message: {
          type: `${message.type} ${word}`,
          id: message.id,
          key: message.key,
          from: to,
          data,
          headers: noHeaders,
        },
        to: message.from,
        role: 'reply',
        handler,
        reply: message.transmission,
        waiter: null,
        resumes: { handler: waiter.handler, token: waiter.token, value },
        order: null,
      },
      { lost: dropReply },
    )
  }
}

const noHeaders = {}
