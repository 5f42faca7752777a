import { relay } from '../../patterns/relay'
import type { ParamValues, Variant } from '../definition'
import * as asyncOrder from './async/order'
import * as asyncProjector from './async/projector'
import * as asyncQuery from './async/query'
import * as cdcRelay from './cdc/relay'
import * as checkpointApartProjector from './checkpoint-apart/projector'
import * as inlineOrder from './inline/order'
import * as oneModelOrder from './one-model/order'
import * as plainQuery from './plain-search/query'
import { productVariants } from './productVariants'
import { replicaVariants } from './replicaVariants'
import { orderSearch, type Parts } from './topology'
import * as validateByViewOrder from './validate-by-view/order'

type About = Omit<Variant, 'system'>

function orders(about: About, parts: Parts): Variant {
  return { ...about, system: (params: ParamValues) => orderSearch(parts, params) }
}

const async = {
  order: 'async/order.ts',
  relay: 'patterns/relay.ts',
  projector: 'async/projector.ts',
  query: 'async/query.ts',
}

export const variants: readonly Variant[] = [
  orders(
    {
      id: 'one-model',
      title: 'Orders: one model',
      correct: true,
      summary:
        'The table that is written is the table that is searched: never stale, seldom quick.',
      files: { order: 'one-model/order.ts' },
    },
    { order: oneModelOrder },
  ),
  orders(
    {
      id: 'inline',
      title: 'Orders: view in the same commit',
      correct: true,
      summary: 'The view lives in the write database and changes in the commit of the order.',
      files: { order: 'inline/order.ts' },
    },
    { order: inlineOrder, inline: true },
  ),
  orders(
    {
      id: 'plain-search',
      title: 'Orders: two models, age hidden',
      correct: false,
      summary: 'A view of its own, and a page that takes it for the truth.',
      files: { ...async, query: 'plain-search/query.ts' },
    },
    { order: asyncOrder, relay, projector: asyncProjector, query: plainQuery },
  ),
  orders(
    {
      id: 'async',
      title: 'Orders: two models',
      correct: true,
      summary: 'A projector keeps the view; view and checkpoint change in one commit.',
      files: async,
    },
    { order: asyncOrder, relay, projector: asyncProjector, query: asyncQuery },
  ),
  orders(
    {
      id: 'checkpoint-apart',
      title: 'Orders: checkpoint in a second commit',
      correct: false,
      summary: 'The projector changes the view, and says so in the next commit.',
      files: { ...async, projector: 'checkpoint-apart/projector.ts' },
    },
    { order: asyncOrder, relay, projector: checkpointApartProjector, query: asyncQuery },
  ),
  orders(
    {
      id: 'validate-by-view',
      title: 'Orders: checked against the view',
      correct: false,
      summary: 'OrderService asks the view what a customer has spent before it accepts an order.',
      files: { ...async, order: 'validate-by-view/order.ts' },
    },
    { order: validateByViewOrder, relay, projector: asyncProjector, query: asyncQuery },
  ),
  orders(
    {
      id: 'cdc',
      title: 'Orders: view fed from the log',
      correct: true,
      summary: 'The relay tails the database’s log; it knows the columns of the table by heart.',
      files: { ...async, order: 'one-model/order.ts', relay: 'cdc/relay.ts' },
    },
    {
      order: oneModelOrder,
      relay: cdcRelay.relay,
      tails: true,
      projector: asyncProjector,
      query: asyncQuery,
    },
  ),
  ...productVariants,
  ...replicaVariants,
]
