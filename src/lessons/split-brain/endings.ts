import type { Ending } from '../ending'

export const endings: readonly Ending[] = [
  {
    catalogue: 'SPLIT-1',
    runs: [
      {
        says: 'two voters: nothing is accepted anywhere',
        preset: 'SPLIT-1',
        outcome: { accepted: 0, refused: 10, vanished: 0 },
        broken: ['A-ONE'],
      },
      {
        says: 'two of three: the majority side accepts five, the other side refuses five',
        preset: 'SPLIT-1-witness',
        outcome: { acceptedUs: 5, acceptedEu: 0, accepted: 5, refused: 5, vanished: 0 },
        broken: [],
      },
      {
        says: 'the same cut that stopped two voters',
        preset: 'SPLIT-1',
        variant: 'majority-witness',
        outcome: { acceptedUs: 5, acceptedEu: 0, refused: 5 },
        broken: [],
      },
      {
        says: 'both sides accept everything, and five writes are gone',
        preset: 'SPLIT-1-ap',
        outcome: { accepted: 10, refused: 0, vanished: 5, conflicts: 0 },
        broken: ['S-ACKED'],
      },
      {
        says: 'both sides accept everything, and five addresses are in conflict',
        preset: 'SPLIT-1-ap',
        variant: 'version-vectors',
        outcome: { accepted: 10, refused: 0, vanished: 0, conflicts: 5 },
        broken: [],
      },
    ],
  },
  {
    catalogue: 'SPLIT-3',
    runs: [
      {
        says: 'the later clock wins, and D3 is gone',
        preset: 'SPLIT-3',
        outcome: { accepted: 5, vanished: 1 },
        broken: ['S-ACKED'],
      },
      {
        says: 'D3 and D4 are siblings until D5 has seen both',
        preset: 'SPLIT-3',
        variant: 'dynamo-vectors',
        outcome: { accepted: 5, vanished: 0, conflicts: 0, clock: '([Sx,3],[Sy,1],[Sz,1])' },
        broken: [],
      },
    ],
  },
]
