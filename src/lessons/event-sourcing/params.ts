import type { Param } from '../definition'

/** What happens, by the value of `story`. */
export const stories = {
  day: 0,
  machines: 1,
  deposit: 2,
  typo: 3,
  coins: 4,
  purchases: 5,
  mail: 6,
} as const

export const params: readonly Param[] = [
  {
    id: 'story',
    title: 'What happens',
    default: stories.day,
    min: 0,
    max: 6,
    step: 1,
    unit: '',
    options: [
      'An ordinary day',
      'Two cash machines',
      'One deposit',
      'A wrong amount',
      'Six bags of coins',
      'Old purchases',
      'One e-mail, two accounts',
    ],
  },
  {
    id: 'apartMs',
    title: 'Ben comes later by',
    default: 0,
    min: 0,
    max: 100,
    step: 1,
    unit: 'ms',
  },
  {
    id: 'pollMs',
    title: 'Statement looks every',
    default: 50,
    min: 5,
    max: 200,
    step: 5,
    unit: 'ms',
  },
  { id: 'hopMs', title: 'Network hop', default: 5, min: 0, max: 20, step: 1, unit: 'ms' },
  { id: 'commitMs', title: 'Database commit', default: 2, min: 0, max: 20, step: 1, unit: 'ms' },
  { id: 'handlerMs', title: 'Handler', default: 4, min: 0, max: 20, step: 1, unit: 'ms' },
  {
    id: 'waitMs',
    title: 'People wait at most',
    default: 500,
    min: 50,
    max: 2000,
    step: 50,
    unit: 'ms',
  },
]
