import type { MessageRole, Outgoing } from './effects'
import type { Draft } from './network'
import type { LiveHandler } from './process'

/** A handler's message as it goes to the network: one that names no id gets the sender's next number. */
export function draftOf(
  handler: LiveHandler,
  type: string,
  message: Outgoing,
  to: string,
  role: MessageRole,
): Draft {
  const { process } = handler
  return {
    message: {
      type,
      id: message.id ?? `${process.id}-${++process.messages}`,
      key: message.key ?? '',
      from: process.id,
      data: message.data ?? null,
      headers: message.headers ?? noHeaders,
    },
    to,
    role: message.role ?? role,
    handler: handler.id,
    reply: -1,
    waiter: null,
    resumes: null,
    order: null,
  }
}

const noHeaders = {}
