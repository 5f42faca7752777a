import { call, transaction, type Operation, type Service, type System } from '../../engine'
import { outboxTable } from '../../patterns/outbox'
import { relay } from '../../patterns/relay'
import type { ParamValues } from '../definition'
import { checks } from './checks'
import { broker, people, relayOf, timing, type Step } from './topology'

/** What a variant of the product index is made of. */
export interface IndexParts {
  readonly product: { readonly setPrice: Step }
  readonly searchIndex: { readonly indexProduct: Step }
  /** Writes the index from the feed; without one, ProductService writes it itself. */
  readonly indexer?: { readonly priceChanged: Step }
}

/** Shop → two instances of ProductService, and a search index, fed directly or through outbox and broker. */
export function productIndex(parts: IndexParts, params: ParamValues): System {
  const { product, searchIndex, indexer } = parts
  const before = { id: 'lamp', price: 10, version: 1 }
  const handlers = { SetPrice: product.setPrice }
  return {
    services: [
      people(clicks(params), { clicks: { key: 'price' } }),
      {
        id: 'product',
        title: 'Product 1',
        database: {
          title: 'products_db',
          tables: {
            products: { key: 'id', rows: [before] },
            ...(indexer === undefined ? {} : { outbox: outboxTable }),
          },
        },
        handlers,
      },
      {
        id: 'product-2',
        title: 'Product 2',
        instanceOf: 'product',
        database: { of: 'product' },
        handlers,
      },
      ...(indexer === undefined ? [] : [relayOf('product', relay, params), consumer(indexer)]),
      {
        id: 'index',
        title: 'SearchIndex',
        database: {
          title: 'search_index',
          tables: {
            documents: { key: 'id', rows: [before] },
            access_log: { key: 'line', sequence: 'line' },
          },
        },
        handlers: { IndexProduct: searchIndex.indexProduct },
      },
    ],
    ...(indexer === undefined ? {} : { brokers: [broker] }),
    checks: checks(),
    timing: timing(params),
  }
}

function consumer({ priceChanged }: NonNullable<IndexParts['indexer']>): Service {
  return {
    id: 'indexer',
    title: 'Indexer',
    handlers: { PriceChanged: priceChanged },
    subscriptions: [{ broker: 'broker', source: 'changes' }],
  }
}

/** 20 goes to one instance, 30 to the other. */
function clicks({ priceGapMs = 0 }: ParamValues) {
  return ['product', 'product-2'].map((to, n) => ({
    label: `price ${n * 10 + 20}`,
    atMs: n * priceGapMs,
    run: () => setPrice(to, n * 10 + 20),
  }))
}

function* setPrice(to: string, price: number): Operation<void> {
  const answer = yield* call('SetPrice', { to, key: 'lamp', data: { price }, timeoutMs: 300 })
  yield* transaction('remember the answer', (tx) => {
    tx.insert('clicks', { price, status: answer.outcome === 'answered' ? answer.status : 0 })
  })
}
