import { rowName, type Check, type World } from '../../engine'

/** The index shows the price that the database has. */
export function productIsIndexed(world: World): ReturnType<Check['holds']> {
  for (const { id, price } of world.rows('product', 'products')) {
    const indexed = world.row('index', 'documents', String(id))?.['price']
    if (indexed === price) continue
    return {
      why: `The ${String(id)} costs ${String(price)} in products_db and ${String(indexed)} in the index.`,
      rows: [rowName('index', 'documents', String(id))],
    }
  }
  return true
}
