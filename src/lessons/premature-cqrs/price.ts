import type { Price } from '../definition'

/** What the two variants cost and bring for the same form. */
export const price: Price = {
  figures: [
    { title: 'Stale reads', outcome: 'staleReads', unit: 'reads' },
    { title: 'A read takes', outcome: 'meanReadMs', unit: 'ms' },
    { title: 'An edit takes', outcome: 'meanWriteMs', unit: 'ms' },
    { title: 'From save to seen', outcome: 'seenAfterMs', unit: 'ms' },
  ],
  load: {
    param: 'searchers',
    values: [0, 1, 2, 3, 4, 5, 6],
    title: 'From save to seen',
    outcome: 'seenAfterMs',
    unit: 'ms',
  },
}
