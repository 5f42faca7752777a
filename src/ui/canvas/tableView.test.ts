import { expect, it } from 'vitest'
import type { StageTable } from '../../lessons/definition'
import { keyReader, tableView, type TableState } from './tableView'

const outbox: StageTable = {
  table: 'outbox',
  columns: ['id', 'order', 'sent'],
  as: 'rows',
  state: { column: 'sent', waits: [false] },
}
const row = (id: string, sent: boolean) => ({ id, order: id.slice(1), sent })
const state = (change: Partial<TableState> = {}): TableState => ({
  rows: [row('e1', true), row('e2', false), row('e3', false)],
  open: [],
  lit: [],
  keyOf: keyReader('id'),
  ...change,
})

it('counts what waits and leaves the sent column to the mark', () => {
  const view = tableView(outbox, 4, state())
  expect(view).toMatchObject({ count: 3, hidden: 0, marks: { waits: 2, held: 0, person: 0 } })
  expect(view.rows.map((each) => each.mark)).toEqual(['rest', 'waits', 'waits'])
  expect(view.rows[0]?.cells).toEqual(['e1', '1'])
})

it('says nothing of rows that do not say whether they were sent', () => {
  const view = tableView({ ...outbox, state: { column: 'published', waits: [false] } }, 4, state())
  expect(view.marks).toBeNull()
  expect(view.rows.map((each) => each.mark)).toEqual([null, null, null])
})

it('counts what is held and what waits for a person on their own', () => {
  const seats: StageTable = {
    table: 'seats',
    columns: ['id', 'state', 'owner'],
    as: 'rows',
    state: {
      column: 'state',
      waits: ['asked'],
      held: ['held'],
      person: ['disputed'],
      waitsFor: 'owner',
    },
  }
  const rows = ['held', 'held', 'disputed', 'free'].map((state, id) => ({ id, state, owner: 's1' }))
  const view = tableView(seats, 4, state({ rows }))
  expect(view.marks).toEqual({ waits: 0, held: 2, person: 1 })
  expect(view.rows.map((each) => each.mark)).toEqual(['held', 'held', 'person', 'rest'])
  expect(view.rows[0]?.cells).toEqual(['0'])
})

it('shows the last rows when there are too many', () => {
  const view = tableView(outbox, 2, state())
  expect(view.hidden).toBe(1)
  expect(view.rows.map((each) => each.key)).toEqual(['e2', 'e3'])
})

it('shows a row that is written just now, however old it is', () => {
  const lit = [{ table: 'outbox', key: 'e1', before: row('e1', false), after: row('e1', true) }]
  const view = tableView(outbox, 2, state({ lit }))
  expect(view.rows.map((each) => each.key)).toEqual(['e1', 'e3'])
  expect(view.hidden).toBe(1)
})

it('lights the rows of the last change, in this table only', () => {
  const lit = [
    { table: 'outbox', key: 'e2', before: undefined, after: row('e2', false) },
    { table: 'orders', key: 'e3', before: undefined, after: row('e3', false) },
  ]
  expect(tableView(outbox, 4, state({ lit })).rows.map((each) => each.lit)).toEqual([
    false,
    true,
    false,
  ])
})

it('shows what an open transaction is about to write', () => {
  const open = [
    { table: 'outbox', key: 'e2', before: row('e2', false), after: row('e2', true) },
    { table: 'outbox', key: 'e4', before: undefined, after: row('e4', false) },
  ]
  const view = tableView(outbox, 4, state({ open }))
  expect(view.rows.map((each) => each.open)).toEqual([false, true, false, true])
  expect(view.rows[1]?.mark).toBe('rest')
  expect(view).toMatchObject({ count: 3, marks: { waits: 2 }, hidden: 0 })
})

it('joins compound keys', () => {
  expect(keyReader(['partition', 'offset'])({ partition: 0, offset: 3 })).toBe('0/3')
  expect(keyReader('id')({ id: 7 })).toBe(7)
})
