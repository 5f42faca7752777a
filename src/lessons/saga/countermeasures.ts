/** Ways to guard what sagas share, in the order of the parameter's choices. */
export const countermeasures = [
  'commutative update',
  'reread value',
  'pessimistic view',
  'semantic lock',
] as const

export type Countermeasure = (typeof countermeasures)[number]
