import { expect, it } from 'vitest'
import type { Row, Trace } from '../../engine'
import type { Stage, StageTable } from '../../lessons/definition'
import { sampleRun } from '../../testing/sampleRun'
import { keyReader } from './tableView'
import { cellOf, inStreamOrder, streamShapes } from './streamLines'

const events: StageTable = {
  table: 'events',
  columns: ['type', 'amount'],
  as: 'stream',
  lines: 'account',
}
const stage: Stage = { wide: {}, narrow: {}, tables: { bank: [events] }, edges: [] }
const row = (account: string, version: number): Row => ({
  account,
  version,
  type: 'Deposited',
  amount: 100,
})
const traceOf = (initial: readonly Row[]): Trace => ({
  ...sampleRun().trace,
  initial: { bank: { events: initial } },
  events: [],
})
const shapeOf = (rows: readonly Row[]) => streamShapes(traceOf(rows), stage).get('bank/events')

it('gives every stream a line, in order of appearance', () => {
  const shape = shapeOf([row('b', 1), row('a', 1), row('a', 2)])
  expect(shape).toEqual({ lines: ['b', 'a'], more: 0, letters: 'Deposited'.length })
})

it('keeps the liveliest where there are too many', () => {
  const many = ['a', 'b', 'c', 'd', 'e'].map((account) => row(account, 1))
  expect(shapeOf([...many, row('e', 2), row('d', 2)])).toMatchObject({
    lines: ['a', 'b', 'd', 'e'],
    more: 1,
  })
})

it('numbers a cell by its version, or by its place', () => {
  expect(cellOf(row('a', 7), events, 2)).toEqual({ number: '3', label: 'Deposited', more: '100' })
  const carrying = { ...row('a', 7), amount: { amount: 100, by: 'Anna', note: null } }
  expect(cellOf(carrying, events, 2).more).toBe('100 Anna')
  const versioned = { ...events, columns: ['version', 'type'] }
  expect(cellOf(row('a', 7), versioned, 2)).toEqual({ number: '7', label: 'Deposited', more: '' })
})

it('puts version 10 after version 9', () => {
  const keyOf = keyReader(['account', 'version'])
  const rows = [row('a', 10), row('a', 9)].toSorted(inStreamOrder(keyOf))
  expect(rows.map(({ version }) => version)).toEqual([9, 10])
})
