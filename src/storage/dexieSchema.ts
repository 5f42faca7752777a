import type { DatabaseShape, TableShape } from './shape'

/** Object store of the position; the name is no service's table. */
export const positionTable = 'faultline position'

/** The schema in Dexie's words: primary key first, `&` unique, `[a+b]` compound. */
export function dexieSchema(shape: DatabaseShape): Record<string, string> {
  const tables = Object.entries(shape).map(([name, table]) => [name, tableSchema(table)])
  return { ...(Object.fromEntries(tables) as Record<string, string>), [positionTable]: '' }
}

function tableSchema({ key, unique, indexes }: TableShape): string {
  const primary = indexPath(key)
  const uniques = Object.values(unique).map(indexPath)
  const taken = new Set([primary, ...uniques])
  const plain = indexes.filter((column) => !taken.has(column))
  return [primary, ...uniques.map((path) => `&${path}`), ...plain].join(', ')
}

function indexPath(columns: readonly string[]): string {
  return columns.length > 1 ? `[${columns.join('+')}]` : (columns[0] ?? '')
}
