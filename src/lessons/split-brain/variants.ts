import type { ParamValues, Variant } from '../definition'
import { before, lastWriterWins, majority, versionVectors, versionsBefore } from './addressCopies'
import { addresses, dynamo } from './topology'

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
]
