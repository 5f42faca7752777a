import type { Variant } from '../definition'
import * as fullProfile from './full-cqrs/profile'
import * as fullProjector from './full-cqrs/projector'
import * as fullQuery from './full-cqrs/query'
import * as oneProfile from './one-model/profile'
import { oneModel, twoModels } from './topology'

export const variants: readonly Variant[] = [
  {
    id: 'full-cqrs',
    title: 'Full CQRS',
    correct: false,
    summary: 'Two stores, an outbox, a relay, a broker and a projector, to copy five fields.',
    files: {
      profile: 'full-cqrs/profile.ts',
      relay: 'patterns/relay.ts',
      projector: 'full-cqrs/projector.ts',
      query: 'full-cqrs/query.ts',
    },
    system: (params) =>
      twoModels({ profile: fullProfile, projector: fullProjector, query: fullQuery }, params),
  },
  {
    id: 'one-model',
    title: 'One model',
    correct: true,
    summary: 'One table, which is written and read.',
    files: { profile: 'one-model/profile.ts' },
    system: (params) => oneModel(oneProfile, params),
  },
]
