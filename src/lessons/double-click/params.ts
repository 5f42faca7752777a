import type { Param } from '../definition'

export const params: readonly Param[] = [
  { id: 'clicks', title: 'Clicks', default: 10, min: 1, max: 12, step: 1, unit: 'clicks' },
  {
    id: 'spacingMs',
    title: 'Time between two clicks',
    default: 1,
    min: 0,
    max: 500,
    step: 1,
    unit: 'ms',
  },
  { id: 'tabs', title: 'Browser tabs', default: 1, min: 1, max: 3, step: 1, unit: 'tabs' },
  {
    id: 'workMs',
    title: 'Card provider works for',
    default: 30,
    min: 0,
    max: 100,
    step: 1,
    unit: 'ms',
  },
  { id: 'hopMs', title: 'Network hop', default: 5, min: 0, max: 20, step: 1, unit: 'ms' },
  { id: 'commitMs', title: 'Database commit', default: 2, min: 0, max: 10, step: 1, unit: 'ms' },
  {
    id: 'clientTimeoutMs',
    title: 'Customer waits at most',
    default: 100,
    min: 100,
    max: 1000,
    step: 50,
    unit: 'ms',
  },
]
