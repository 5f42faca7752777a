import type { Row } from '../../engine'

/** A cart that is one value: written, sent and merged as a whole. */
export interface Cart extends Row {
  readonly id: string
  readonly items: readonly string[]
  /** The clicks that have put something in, as far as this copy knows. */
  readonly clicks: readonly string[]
}

export const cartId = 'cart'

/** Both lists without doubles, in a fixed order. */
export function union(one: readonly string[], other: readonly string[]): readonly string[] {
  return [...new Set([...one, ...other])].sort()
}
