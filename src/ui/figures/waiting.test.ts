import { describe, expect, it } from 'vitest'
import type { Row, System, Trace } from '../../engine'
import type { RowState, Stage } from '../../lessons/definition'
import { saysWhom, waitingIn, waitingTables } from './waiting'

const state: RowState = {
  column: 'state',
  waits: ['STARTED'],
  held: ['PREPARED'],
  person: ['STUCK'],
  waitsFor: 'waitsFor',
}

const stageOf = (of: RowState): Stage => ({
  wide: {},
  narrow: {},
  tables: { trip: [{ table: 'sagas', columns: ['id'], as: 'rows', state: of }] },
  edges: [],
})

const systemOf = (table: string): System => ({
  services: [
    { id: 'trip', title: 'Trip', database: { title: 'trips', tables: { [table]: { key: 'id' } } } },
    { id: 'hotel', title: 'Hotel' },
  ],
})

const titles = (id: string) => ({ hotel: 'Hotel' })[id]
const keyOf = (row: Row) => String(row['id'])

const sentences = (rows: readonly Row[], of = state) =>
  waitingTables(stageOf(of), systemOf('sagas')).flatMap((table) =>
    waitingIn(table, rows, keyOf, titles).map(({ who, does }) => `${who} ${does}`),
  )

describe('who waits for whom', () => {
  it('names the row and whom it waits for', () => {
    expect(sentences([{ id: 't1', state: 'STARTED', waitsFor: 'hotel' }])).toEqual([
      'saga t1 waits for Hotel',
    ])
  })

  it('tells who is held and who needs a person, and leaves out who rests', () => {
    expect(
      sentences([
        { id: 't1', state: 'PREPARED', waitsFor: 'the coordinator' },
        { id: 't2', state: 'STUCK', waitsFor: '' },
        { id: 't3', state: 'DONE', waitsFor: '' },
      ]),
    ).toEqual([
      'saga t1 keeps others out until it hears of the coordinator',
      'saga t2 waits for a person',
    ])
  })

  it('says what a bare value is', () => {
    const byOrder = { ...state, waitsFor: 'order' }
    expect(sentences([{ id: 'e3', state: 'STARTED', order: 7 }], byOrder)).toEqual([
      'saga e3 waits for order 7',
    ])
  })

  it('knows that a variant without the table has nobody who knows', () => {
    expect(waitingTables(stageOf(state), systemOf('bookings'))).toEqual([])
  })

  it('knows that rows without the column say nothing', () => {
    const [table] = waitingTables(stageOf(state), systemOf('sagas'))
    const trace = (rows: readonly Row[]): Trace => ({
      events: [],
      points: [],
      initial: { trip: { sagas: rows } },
    })
    if (!table) throw new Error('The table is there.')
    expect(saysWhom(trace([{ id: 't1', state: 'STARTED' }]), table)).toBe(false)
    expect(saysWhom(trace([{ id: 't1', waitsFor: '' }]), table)).toBe(true)
    expect(saysWhom(trace([]), table)).toBe(true)
  })
})
