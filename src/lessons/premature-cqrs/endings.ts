import type { Ending } from '../ending'

export const endings: readonly Ending[] = [
  {
    catalogue: 'CQRS-4',
    runs: [
      {
        says: 'two models read no quicker, and show old profiles',
        preset: 'CQRS-4',
        outcome: { edits: 50, reads: 200, staleReads: 76, meanReadMs: 14, meanWriteMs: 16 },
        broken: ['S-SESSION'],
      },
      {
        says: 'one model reads as quickly, and nothing is stale',
        preset: 'CQRS-4',
        variant: 'one-model',
        outcome: { edits: 50, reads: 200, staleReads: 0, meanReadMs: 14, meanWriteMs: 16 },
        broken: [],
      },
      {
        says: 'while the projector is down an edit is not seen',
        preset: 'CQRS-4-crash',
        outcome: { edits: 15, reads: 60, staleReads: 33, longestUnseenMs: 546 },
        broken: ['S-SESSION'],
      },
      {
        says: 'one model has no projector to lose',
        preset: 'CQRS-4-crash',
        variant: 'one-model',
        outcome: { edits: 15, reads: 60, staleReads: 0, longestUnseenMs: 32 },
        broken: [],
      },
    ],
  },
]
