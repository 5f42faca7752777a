import type { ParamValues, Variant } from '../definition'
import { before, lastWriterWins, majority, versionVectors, versionsBefore } from './addressCopies'
import * as escrow from './escrow/stock'
import * as fencingStorage from './fencing/storage'
import * as lastWriterCart from './last-writer-cart/cart'
import { leaders } from './leaderTopology'
import * as leaseCheckedWorker from './lease-checked/worker'
import * as leaseOnlyStorage from './lease-only/storage'
import * as leaseOnlyWorker from './lease-only/worker'
import * as orSet from './or-set/cart'
import * as pnCounter from './pn-counter/stock'
import { cart, stock } from './shopTopology'
import { addresses, dynamo } from './topology'
import * as unionCart from './union-cart/cart'

const longAgo = { at: -1000, rank: 0 }

export const variants: readonly Variant[] = [
  {
    id: 'two-voters',
    title: 'Addresses: majority of two',
    correct: false,
    summary: 'Both regions must agree to every write: safe, and stopped by any cut.',
    files: { us: 'majority/region.ts', eu: 'majority/region.ts' },
    system: (params: ParamValues) => addresses(majority(params), false, params),
  },
  {
    id: 'majority-witness',
    title: 'Addresses: majority with a witness',
    correct: true,
    summary: 'Two of three must agree. The side with two goes on, the other one refuses.',
    files: {
      us: 'majority/region.ts',
      eu: 'majority/region.ts',
      witness: 'majority/region.ts',
    },
    system: (params: ParamValues) => addresses(majority(params), true, params),
  },
  {
    id: 'last-writer-wins',
    title: 'Addresses: last writer wins',
    correct: false,
    summary: 'Both regions take every write; where they differ, the later clock wins.',
    files: { us: 'last-writer-wins/replica.ts', eu: 'last-writer-wins/replica.ts' },
    system: (params: ParamValues) =>
      addresses(lastWriterWins(before(params, longAgo)), false, params),
  },
  {
    id: 'version-vectors',
    title: 'Addresses: version vectors',
    correct: true,
    summary: 'Both regions take every write and keep what they cannot decide as siblings.',
    files: { us: 'version-vectors/replica.ts', eu: 'version-vectors/replica.ts' },
    system: (params: ParamValues) =>
      addresses(versionVectors(versionsBefore(params)), false, params),
  },
  {
    id: 'dynamo-last-writer',
    title: 'Three copies: last writer wins',
    correct: false,
    summary: 'Dynamo’s example, but the later clock wins and the other version is gone.',
    files: {
      sx: 'last-writer-wins/replica.ts',
      sy: 'last-writer-wins/replica.ts',
      sz: 'last-writer-wins/replica.ts',
    },
    system: (params: ParamValues) => dynamo(lastWriterWins([]), params),
  },
  {
    id: 'dynamo-vectors',
    title: 'Three copies: version vectors',
    correct: true,
    summary: 'Dynamo’s example: D3 and D4 are siblings until somebody who saw both writes D5.',
    files: {
      sx: 'version-vectors/replica.ts',
      sy: 'version-vectors/replica.ts',
      sz: 'version-vectors/replica.ts',
    },
    system: (params: ParamValues) => dynamo(versionVectors([]), params),
  },
  {
    id: 'union-cart',
    title: 'Cart: unite both',
    correct: false,
    summary: 'What is in either cart is in the merged one, so that nothing gets lost.',
    files: { us: 'union-cart/cart.ts', eu: 'union-cart/cart.ts' },
    system: (params: ParamValues) => cart(unionCart, params),
  },
  {
    id: 'last-writer-cart',
    title: 'Cart: last writer wins',
    correct: false,
    summary: 'The cart that was saved later is the cart, whole.',
    files: { us: 'last-writer-cart/cart.ts', eu: 'last-writer-cart/cart.ts' },
    system: (params: ParamValues) => cart(lastWriterCart, params),
  },
  {
    id: 'or-set',
    title: 'Cart: OR-set',
    correct: true,
    summary: 'Each click that puts something in has a tag; taking out means the tags one has seen.',
    files: { us: 'or-set/cart.ts', eu: 'or-set/cart.ts' },
    system: (params: ParamValues) => cart(orSet, params),
  },
  {
    id: 'pn-counter',
    title: 'Stock: PN-counter',
    correct: false,
    summary:
      'Both regions sell from one stock and add up their counters: it converges, below zero.',
    files: { us: 'pn-counter/stock.ts', eu: 'pn-counter/stock.ts' },
    system: (params: ParamValues) => stock(pnCounter, params),
  },
  {
    id: 'escrow',
    title: 'Stock: escrow',
    correct: true,
    summary: 'The stock is shared out before the cut; each region sells its own allowance.',
    files: { us: 'escrow/stock.ts', eu: 'escrow/stock.ts' },
    system: (params: ParamValues) => stock(escrow, params),
  },
  {
    id: 'lease-only',
    title: 'Two leaders: lease only',
    correct: false,
    summary: 'Whoever holds the lease writes; storage takes what comes.',
    files: {
      locks: 'lease-only/locks.ts',
      w1: 'lease-only/worker.ts',
      w2: 'lease-only/worker.ts',
      storage: 'lease-only/storage.ts',
    },
    system: (params: ParamValues) => leaders({ ...leaseOnlyWorker, ...leaseOnlyStorage }, params),
  },
  {
    id: 'lease-checked',
    title: 'Two leaders: lease checked before writing',
    correct: false,
    summary:
      'The worker looks at its watch right before it writes, and can stand still after that.',
    files: {
      locks: 'lease-only/locks.ts',
      w1: 'lease-checked/worker.ts',
      w2: 'lease-checked/worker.ts',
      storage: 'lease-only/storage.ts',
    },
    system: (params: ParamValues) =>
      leaders({ ...leaseCheckedWorker, ...leaseOnlyStorage }, params),
  },
  {
    id: 'fencing',
    title: 'Two leaders: fencing token',
    correct: true,
    summary: 'Storage refuses a token lower than the highest it has seen.',
    files: {
      locks: 'lease-only/locks.ts',
      w1: 'lease-only/worker.ts',
      w2: 'lease-only/worker.ts',
      storage: 'fencing/storage.ts',
    },
    system: (params: ParamValues) => leaders({ ...leaseOnlyWorker, ...fencingStorage }, params),
  },
]
