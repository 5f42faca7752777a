import type { ParamValues, Variant } from '../definition'
import * as mail from './complete/mail'
import * as order from './complete/order'
import * as payment from './complete/payment'
import * as stock from './complete/stock'
import * as view from './complete/view'
import * as mailInside from './mail-inside/mail'
import * as noBarrier from './no-barrier/stock'
import * as noCheckpoint from './no-checkpoint/view'
import * as noInbox from './no-inbox/payment'
import * as noKey from './no-key/order'
import * as noLock from './no-lock/stock'
import * as noOutbox from './no-outbox/order'
import { system, type Parts } from './topology'

const complete: Parts = { order, stock, payment, view, mail }

const files: Readonly<Record<string, string>> = {
  order: 'complete/order.ts',
  'order-relay': 'patterns/relay.ts',
  stock: 'complete/stock.ts',
  'stock-relay': 'patterns/relay.ts',
  payment: 'complete/payment.ts',
  'payment-relay': 'patterns/relay.ts',
  view: 'complete/view.ts',
  mail: 'complete/mail.ts',
  provider: 'complete/provider.ts',
}

/** Where the saga's states lead. */
const alsoShown = ['saga.ts']

type Naive = Pick<Variant, 'id' | 'title' | 'summary'>

/** All of it, but for one program in which a brick is missing. */
function without(about: Naive, service: keyof Parts, part: Partial<Parts>): Variant {
  const parts = { ...complete, ...part }
  return {
    ...about,
    correct: false,
    files: { ...files, [service]: `${about.id}/${service}.ts` },
    alsoShown,
    system: (params: ParamValues) => system(parts, params),
  }
}

export const variants: readonly Variant[] = [
  {
    id: 'complete',
    title: 'All bricks',
    correct: true,
    summary: 'Key, outbox, saga, inbox, barrier, lock, checkpoint, and a mail that carries a key.',
    files,
    alsoShown,
    system: (params: ParamValues) => system(complete, params),
  },
  without(
    {
      id: 'no-key',
      title: 'No key',
      summary: 'Every request is a new order, also the one that is sent again.',
    },
    'order',
    { order: noKey },
  ),
  without(
    {
      id: 'no-outbox',
      title: 'No outbox',
      summary: 'The end of an order is committed, and then the log is told.',
    },
    'order',
    { order: noOutbox },
  ),
  without(
    {
      id: 'no-inbox',
      title: 'No inbox',
      summary: 'Payment charges whenever it is told to, also a second time.',
    },
    'payment',
    { payment: noInbox },
  ),
  without(
    {
      id: 'no-barrier',
      title: 'No barrier',
      summary: 'A reservation that comes after its own release is made all the same.',
    },
    'stock',
    { stock: noBarrier },
  ),
  without(
    {
      id: 'no-lock',
      title: 'No lock',
      summary: 'Stock is looked at first and taken later; in between others see it too.',
    },
    'stock',
    { stock: noLock },
  ),
  without(
    {
      id: 'no-checkpoint',
      title: 'Checkpoint apart',
      summary: 'The figures are one commit, how far they have been counted is another.',
    },
    'view',
    { view: noCheckpoint },
  ),
  without(
    {
      id: 'mail-inside',
      title: 'Mail in the handler',
      summary: 'The mail goes out in the middle of the handler, where no transaction reaches it.',
    },
    'mail',
    { mail: mailInside },
  ),
]
