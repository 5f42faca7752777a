import { expect, it } from 'vitest'
import { simulate, transaction, type System } from '../../engine'
import type { Stage } from '../../lessons/definition'
import { layoutOf } from './layout'
import { timelineOf } from './model'
import { waitsOf } from './waits'

const once = (atMs: number, id: string, state: string, table = 'seats') => ({
  label: `${id} ${state}`,
  atMs,
  *run() {
    yield* transaction(`${id} ${state}`, (tx) => tx.upsert(table, { id, state }))
  },
})

const system: System = {
  services: [
    {
      id: 'flight',
      title: 'Flight',
      database: {
        title: 'flight',
        tables: {
          seats: { key: 'id', rows: [{ id: 'A1', state: 'held' }] },
          sagas: { key: 'id' },
        },
      },
      once: [
        once(10, 'A2', 'held'),
        once(30, 'A1', 'free'),
        once(20, 's1', 'booking', 'sagas'),
        once(40, 's1', 'asks support', 'sagas'),
        once(60, 'A3', 'held'),
      ],
    },
  ],
}

const stage: Stage = {
  wide: {},
  narrow: {},
  tables: {
    flight: [
      {
        table: 'seats',
        title: 'chairs',
        columns: ['id', 'state'],
        as: 'rows',
        state: { column: 'state', held: ['held'] },
      },
      {
        table: 'sagas',
        columns: ['id', 'state'],
        as: 'rows',
        state: { column: 'state', waits: ['booking'], person: ['asks support'] },
      },
    ],
  },
  edges: [],
}

const run = simulate(system, { seed: 1, faults: [] })
const waits = waitsOf(run, system, stage)
const bars = (table: string) =>
  waits
    .filter((wait) => wait.table === table)
    .map(({ name, mark, fromUs, toUs, track }) => ({ name, mark, fromUs, toUs, track }))

it('draws what is held from the beginning, and to the end when it never ends', () => {
  const held = { mark: 'held', track: 0 } as const
  expect(bars('seats')).toEqual([
    { ...held, name: 'A1', fromUs: 0, toUs: 32_000 },
    { ...held, name: 'A2', fromUs: 12_000, toUs: null, track: 1 },
    { ...held, name: 'A3', fromUs: 62_000, toUs: null },
  ])
})

it('keeps a row that changes its mark on its line, and every table in its own lane', () => {
  expect(bars('sagas')).toEqual([
    { name: 's1', mark: 'waits', fromUs: 22_000, toUs: 42_000, track: 0 },
    { name: 's1', mark: 'person', fromUs: 42_000, toUs: null, track: 0 },
  ])
})

it('calls a lane by its table and what its rows do', () => {
  const { boxes } = layoutOf(timelineOf(run, system, stage, []), 400)
  const titles = boxes.filter(({ kind }) => kind === 'waits').map(({ title }) => title)
  expect(titles).toEqual(['chairs held', 'sagas'])
})
