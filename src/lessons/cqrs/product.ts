import type { Row } from '../../engine'

/** A row of the write model and a document of the index. */
export interface ProductRow {
  readonly id: string
  readonly price: number
  /** Grows with every change; the index takes it as its external version. */
  readonly version: number
  readonly [column: string]: Row[string]
}
