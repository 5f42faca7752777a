import type { Param } from '../definition'

export const params: readonly Param[] = [
  { id: 'edits', title: 'Edits', default: 50, min: 1, max: 50, step: 1, unit: 'edits' },
  {
    id: 'searchers',
    title: 'Colleagues who search',
    default: 0,
    min: 0,
    max: 6,
    step: 1,
    unit: 'people',
  },
  { id: 'profiles', title: 'Profiles', default: 40, min: 1, max: 60, step: 1, unit: 'rows' },
  { id: 'pollMs', title: 'Relay polls every', default: 50, min: 10, max: 300, step: 5, unit: 'ms' },
  { id: 'hopMs', title: 'Network hop', default: 5, min: 0, max: 20, step: 1, unit: 'ms' },
  { id: 'commitMs', title: 'Database commit', default: 2, min: 0, max: 10, step: 1, unit: 'ms' },
  { id: 'appendMs', title: 'Broker append', default: 1, min: 0, max: 15, step: 1, unit: 'ms' },
  { id: 'handlerMs', title: 'Handler', default: 4, min: 0, max: 20, step: 1, unit: 'ms' },
]
