import type { Message, Operation, System } from '../../engine'
import type { ParamValues } from '../definition'
import { buyers } from './buyer'
import { cartId } from './cart'
import { checks } from './checks'
import type { Place } from './place'
import { shoppers } from './shopper'
import { copy, type CopyProgram } from './topology'

type Step = (message: Message, place: Place) => Operation<unknown>

/** What one cart variant is made of; it merges whole carts, or the tags of single clicks. */
export interface CartParts {
  readonly getCart: Step
  readonly putIn: Step
  readonly takeOut: Step
  readonly carts?: Step
  readonly tags?: Step
  readonly gossip: (place: Place) => Operation<unknown>
}

/** One cart with a book in it, in both regions. */
export function cart(parts: CartParts, params: ParamValues): System {
  const { getCart, putIn, takeOut, carts, tags, gossip } = parts
  const whole = { id: cartId, items: ['book'], clicks: ['start'], at: -1000, rank: 0 }
  const program: CopyProgram = {
    handlers: {
      GetCart: getCart,
      PutIn: putIn,
      TakeOut: takeOut,
      ...(carts === undefined ? {} : { Carts: carts }),
      ...(tags === undefined ? {} : { Tags: tags }),
    },
    gossip,
    tables:
      tags === undefined
        ? { carts: { key: 'id', rows: [whole] } }
        : { tags: { key: 'id', rows: [{ id: 'start', item: 'book', status: 'in' }] } },
  }
  return {
    services: [...shoppers(params), ...regions(program, params)],
    checks: checks(['S-ACKED', 'Q-CONV', 'Q-INTENT'], ['us', 'eu']),
  }
}

export interface StockParts {
  readonly sell: Step
  readonly counters: Step
  readonly gossip: (place: Place) => Operation<unknown>
}

/** One article, sold in both regions; `allowance` of it is the US’s. */
export function stock({ sell, counters, gossip }: StockParts, params: ParamValues): System {
  const { pieces = 6, allowance = 3 } = params
  const ofUs = Math.min(allowance, pieces)
  const rows = [
    { id: 'eu', added: pieces - ofUs, sold: 0 },
    { id: 'us', added: ofUs, sold: 0 },
  ]
  const program: CopyProgram = {
    handlers: { Sell: sell, Counters: counters },
    gossip,
    tables: { counters: { key: 'id', rows }, sales: { key: 'id' } },
  }
  return {
    services: [buyers('US', params), buyers('EU', params), ...regions(program, params)],
    checks: checks(['S-ACKED', 'S-STOCK', 'Q-CONV'], ['us', 'eu']),
  }
}

function regions(program: CopyProgram, params: ParamValues) {
  return [
    copy(program, { self: 'us', rank: 1, peers: ['eu'] }, params),
    copy(program, { self: 'eu', rank: 2, peers: ['us'] }, params),
  ]
}
