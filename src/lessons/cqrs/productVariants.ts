import type { ParamValues, Variant } from '../definition'
import * as dbThenIndexProduct from './db-then-index/product'
import * as plainIndex from './db-then-index/searchIndex'
import * as feedIndexer from './feed/indexer'
import * as feedProduct from './feed/product'
import * as indexThenDbProduct from './index-then-db/product'
import { productIndex, type IndexParts } from './productIndex'
import * as versionedIndex from './versioned/searchIndex'

type About = Omit<Variant, 'system'>

function products(about: About, parts: IndexParts): Variant {
  return { ...about, system: (params: ParamValues) => productIndex(parts, params) }
}

/** The search index, written by the service itself or fed. */
export const productVariants: readonly Variant[] = [
  products(
    {
      id: 'db-then-index',
      title: 'Prices: database, then index',
      correct: false,
      summary: 'ProductService saves the price and then writes it into the index.',
      files: { product: 'db-then-index/product.ts', index: 'db-then-index/searchIndex.ts' },
    },
    { product: dbThenIndexProduct, searchIndex: plainIndex },
  ),
  products(
    {
      id: 'index-then-db',
      title: 'Prices: index, then database',
      correct: false,
      summary: 'The other double write: the index knows the price first.',
      files: { product: 'index-then-db/product.ts', index: 'db-then-index/searchIndex.ts' },
    },
    { product: indexThenDbProduct, searchIndex: plainIndex },
  ),
  products(
    {
      id: 'feed',
      title: 'Prices: fed index, no version',
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
      title: 'Prices: fed index, external version',
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
]
