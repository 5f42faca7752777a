import { describe, expect, it } from 'vitest'
import { sampleSystem } from '../../testing/sampleRun'
import { cellText, columnsOf, databasesOf, keyOf } from './tables'

describe('the tables of a system', () => {
  it('are those of every database and broker, once', () => {
    const names = databasesOf(sampleSystem).map(({ id, tables }) => [
      id,
      tables.map(({ table }) => table),
    ])
    expect(names).toEqual([
      ['order', ['orders', 'outbox']],
      ['shipping', ['shipments']],
      ['broker', ['orders', 'positions']],
    ])
  })

  it('show all columns, the key first', () => {
    expect(
      columnsOf(
        [
          { status: 'placed', id: 1 },
          { id: 2, total: 4 },
        ],
        ['id'],
      ),
    ).toEqual(['id', 'status', 'total'])
  })

  it('know a row by its key, a record by its place', () => {
    expect(keyOf({ id: 3, a: 1 }, ['id'], [])).toBe(3)
    expect(keyOf({ a: 1, b: 'x' }, ['a', 'b'], [])).toBe('1/x')
    expect(keyOf({ partition: 0, offset: 2 }, [], [])).toBe('0/000002')
    const row = { group: 'shipping' }
    const change = { table: 'positions', key: 'shipping/orders/0', before: undefined, after: row }
    expect(keyOf(row, [], [change])).toBe('shipping/orders/0')
    expect(keyOf(row, [], [])).toBeNull()
  })

  it('write what is empty as empty', () => {
    expect([null, undefined, false, '', { a: [1] }].map(cellText)).toEqual([
      '∅',
      '∅',
      'false',
      '',
      '{"a":[1]}',
    ])
  })
})
