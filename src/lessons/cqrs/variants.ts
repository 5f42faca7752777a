import { relay } from '../../patterns/relay'
import type { ParamValues, Variant } from '../definition'
import * as asyncOrder from './async/order'
import * as asyncProjector from './async/projector'
import * as asyncQuery from './async/query'
import * as blueGreenBalancer from './blue-green/balancer'
import * as blueGreenReplica from './blue-green/replica'
import * as cdcRelay from './cdc/relay'
import * as checkpointApartProjector from './checkpoint-apart/projector'
import * as dbThenIndexProduct from './db-then-index/product'
import * as plainIndex from './db-then-index/searchIndex'
import * as feedIndexer from './feed/indexer'
import * as feedProduct from './feed/product'
import * as indexThenDbProduct from './index-then-db/product'
import * as inlineOrder from './inline/order'
import * as oneModelOrder from './one-model/order'
import * as plainQuery from './plain-search/query'
import { productIndex, type IndexParts } from './productIndex'
import { replicatedView, type ReplicaParts } from './replicatedView'
import { orderSearch, type Parts } from './topology'
import * as stickyBalancer from './sticky/balancer'
import * as truncateBalancer from './truncate/balancer'
import * as truncateReplica from './truncate/replica'
import * as validateByViewOrder from './validate-by-view/order'
import * as versionedIndex from './versioned/searchIndex'

type About = Omit<Variant, 'system'>

function orders(about: About, parts: Parts): Variant {
  return { ...about, system: (params: ParamValues) => orderSearch(parts, params) }
}

function products(about: About, parts: IndexParts): Variant {
  return { ...about, system: (params: ParamValues) => productIndex(parts, params) }
}

function replicas(about: About, parts: ReplicaParts): Variant {
  return { ...about, system: (params: ParamValues) => replicatedView(parts, params) }
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
      title: 'One model',
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
      title: 'View in the same commit',
      correct: true,
      summary: 'The view lives in the write database and changes in the commit of the order.',
      files: { order: 'inline/order.ts' },
    },
    { order: inlineOrder, inline: true },
  ),
  orders(
    {
      id: 'plain-search',
      title: 'Two models, and no clock',
      correct: false,
      summary: 'A view of its own, and a page that takes it for the truth.',
      files: { ...async, query: 'plain-search/query.ts' },
    },
    { order: asyncOrder, relay, projector: asyncProjector, query: plainQuery },
  ),
  orders(
    {
      id: 'async',
      title: 'Two models',
      correct: true,
      summary: 'A projector keeps the view; view and checkpoint change in one commit.',
      files: async,
    },
    { order: asyncOrder, relay, projector: asyncProjector, query: asyncQuery },
  ),
  orders(
    {
      id: 'checkpoint-apart',
      title: 'Checkpoint in a second commit',
      correct: false,
      summary: 'The projector changes the view, and says so in the next commit.',
      files: { ...async, projector: 'checkpoint-apart/projector.ts' },
    },
    { order: asyncOrder, relay, projector: checkpointApartProjector, query: asyncQuery },
  ),
  orders(
    {
      id: 'validate-by-view',
      title: 'Validated against the view',
      correct: false,
      summary: 'OrderService asks the view what a customer has spent before it accepts an order.',
      files: { ...async, order: 'validate-by-view/order.ts' },
    },
    { order: validateByViewOrder, relay, projector: asyncProjector, query: asyncQuery },
  ),
  orders(
    {
      id: 'cdc',
      title: 'Fed from the log',
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
  products(
    {
      id: 'db-then-index',
      title: 'Database, then index',
      correct: false,
      summary: 'ProductService saves the price and then writes it into the index.',
      files: { product: 'db-then-index/product.ts', index: 'db-then-index/searchIndex.ts' },
    },
    { product: dbThenIndexProduct, searchIndex: plainIndex },
  ),
  products(
    {
      id: 'index-then-db',
      title: 'Index, then database',
      correct: false,
      summary: 'The other double write: the index knows the price first.',
      files: { product: 'index-then-db/product.ts', index: 'db-then-index/searchIndex.ts' },
    },
    { product: indexThenDbProduct, searchIndex: plainIndex },
  ),
  products(
    {
      id: 'feed',
      title: 'Fed index, any version',
      correct: false,
      summary: 'Outbox, broker and indexer; the index takes whatever comes last.',
      files: {
        product: 'feed/product.ts',
        relay: 'patterns/relay.ts',
        indexer: 'feed/indexer.ts',
        index: 'db-then-index/searchIndex.ts',
      },
    },
    { product: feedProduct, indexer: feedIndexer, searchIndex: plainIndex },
  ),
  products(
    {
      id: 'versioned',
      title: 'Fed index, external version',
      correct: true,
      summary: 'The same feed, and an index that refuses an older version with 409.',
      files: {
        product: 'feed/product.ts',
        relay: 'patterns/relay.ts',
        indexer: 'feed/indexer.ts',
        index: 'versioned/searchIndex.ts',
      },
    },
    { product: feedProduct, indexer: feedIndexer, searchIndex: versionedIndex },
  ),
  replicas(
    {
      id: 'truncate',
      title: 'Truncate and rebuild',
      correct: false,
      summary: 'The view is emptied and filled again under its readers, who go round robin.',
      files: { balancer: 'truncate/balancer.ts', 'replica-1': 'truncate/replica.ts' },
    },
    { replica: truncateReplica, balancer: truncateBalancer, view: 'sales' },
  ),
  replicas(
    {
      id: 'sticky',
      title: 'Sticky replica',
      correct: false,
      summary: 'Rebuilt beside, and each reader stays with one replica until that one is gone.',
      files: { balancer: 'sticky/balancer.ts', 'replica-1': 'blue-green/replica.ts' },
    },
    { replica: blueGreenReplica, balancer: stickyBalancer, view: 'sales-1' },
  ),
  replicas(
    {
      id: 'blue-green',
      title: 'Rebuild beside, switch once',
      correct: true,
      summary: 'A second generation is filled beside the live one, and readers switch at its head.',
      files: { balancer: 'blue-green/balancer.ts', 'replica-1': 'blue-green/replica.ts' },
    },
    { replica: blueGreenReplica, balancer: blueGreenBalancer, view: 'sales-1' },
  ),
]
