import type { ParamValues, Variant } from '../definition'
import * as chain from './chain/order'
import * as compensateUnknown from './compensate-unknown/order'
import * as mailer from './mail-later/mailer'
import * as mailLater from './mail-later/order'
import * as mailStep from './mail-step/order'
import * as timeoutIsNo from './timeout-is-no/order'
import { mailSystem, sagaSystem, type MailParts, type SagaParts } from './topology'
import * as waits from './waits/order'

type About = Omit<Variant, 'system' | 'files'>

function withMail(about: About, parts: MailParts): Variant {
  const files = { order: `${about.id}/order.ts`, email: 'email.ts' }
  return {
    ...about,
    files: parts.mailer === undefined ? files : { ...files, mailer: 'mail-later/mailer.ts' },
    system: (params: ParamValues) => mailSystem(parts, params),
  }
}

function withSaga(about: About, parts: SagaParts): Variant {
  return {
    ...about,
    files: {
      order: `${about.id}/order.ts`,
      'order-relay': 'patterns/relay.ts',
      credit: 'credit.ts',
      payment: 'payment.ts',
    },
    system: (params: ParamValues) => sagaSystem(parts, params),
  }
}

export const variants: readonly Variant[] = [
  withMail(
    {
      id: 'chain',
      title: 'Synchronous chain',
      correct: false,
      summary: 'Save the order, send the mail, and answer for both.',
    },
    { ...chain, numbered: true },
  ),
  withMail(
    {
      id: 'mail-step',
      title: 'Mail as a saga step',
      correct: false,
      summary:
        'The mail comes before the order is confirmed; without a mail the order is compensated.',
    },
    mailStep,
  ),
  withMail(
    {
      id: 'mail-later',
      title: 'Mail later',
      correct: true,
      summary: 'The order is confirmed, and the mail is a row that waits until it can be sent.',
    },
    { ...mailLater, ...mailer },
  ),
  withSaga(
    {
      id: 'timeout-is-no',
      title: 'Timeout means no',
      correct: false,
      summary: 'An order whose time is up is rejected, and what has succeeded is compensated.',
    },
    timeoutIsNo,
  ),
  withSaga(
    {
      id: 'waits',
      title: 'Waiting is a state',
      correct: true,
      summary: 'Only an answer moves the saga. Until it comes, the order is pending.',
    },
    waits,
  ),
  withSaga(
    {
      id: 'compensate-unknown',
      title: 'Compensate the unknown',
      correct: true,
      summary:
        'An order whose time is up is rejected, and what may have happened is compensated, too.',
    },
    compensateUnknown,
  ),
]
