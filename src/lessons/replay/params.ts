import type { Param } from '../definition'

/** Bookings that are there before the run begins, by the value of `history`. */
export const historySizes = [0, 100, 1000, 10_000]

export const params: readonly Param[] = [
  {
    id: 'history',
    title: 'Bookings of the years before',
    default: 0,
    min: 0,
    max: 3,
    step: 1,
    unit: '',
    options: ['none', '100', '1,000', '10,000'],
  },
  {
    id: 'typo',
    title: 'First refund is typed as 300',
    default: 0,
    min: 0,
    max: 1,
    step: 1,
    unit: '',
  },
  {
    id: 'fixMs',
    title: 'Bug is live until',
    default: 300,
    min: 200,
    max: 500,
    step: 10,
    unit: 'ms',
  },
  { id: 'pollMs', title: 'View looks every', default: 50, min: 25, max: 200, step: 5, unit: 'ms' },
  { id: 'hopMs', title: 'Network hop', default: 5, min: 0, max: 20, step: 1, unit: 'ms' },
  { id: 'commitMs', title: 'Database commit', default: 2, min: 0, max: 20, step: 1, unit: 'ms' },
  { id: 'handlerMs', title: 'Handler', default: 4, min: 0, max: 20, step: 1, unit: 'ms' },
]
