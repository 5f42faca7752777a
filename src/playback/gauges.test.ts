import { describe, expect, test } from 'vitest'
import { presetRun } from '../testing/presetRun'
import { createFilm } from './film'
import type { CommittedRows } from './frame'
import { gaugeTrack } from './gauges'

const { run, system } = presetRun('transactional-outbox', 'OUT-4')
const film = createFilm(run, system)
const { events } = run.trace
const rowsAt = (index: number) => film.rowsAt(index)

const waiting = {
  value: (rows: CommittedRows) =>
    rows.rows('order', 'outbox').filter((row) => row['status'] === 'waiting').length,
  whole: (rows: CommittedRows) => rows.rows('order', 'orders').length,
}

describe('a gauge', () => {
  const track = gaugeTrack(events, rowsAt, waiting)

  test('is at every moment what the rows say', () => {
    for (const event of events) {
      const last = events.findLast(({ timeUs }) => timeUs === event.timeUs)
      const index = last?.index ?? event.index
      const rows = film.rowsAt(index)
      expect(track.readings.findLast((reading) => reading.index <= index)).toMatchObject({
        value: waiting.value(rows),
        whole: waiting.whole(rows),
      })
    }
  })

  test('begins before the first event and knows its greatest value', () => {
    expect(track.readings[0]).toMatchObject({ timeUs: 0, index: -1, value: 0, whole: 0 })
    expect(track.most.value).toBe(Math.max(...track.readings.map(({ value }) => value)))
    expect(track.most.value).toBeGreaterThan(0)
  })

  test('has readings only where it changes', () => {
    for (const [place, { value, whole }] of track.readings.entries()) {
      const before = track.readings[place - 1]
      expect(before?.value === value && before.whole === whole).toBe(false)
    }
  })

  test('is read only when a table it looks at has changed', () => {
    let count = 0
    const counted = { value: (rows: CommittedRows) => (count++, waiting.value(rows)) }
    gaugeTrack(events, rowsAt, counted)
    const relevant = events.filter(
      (event) =>
        event.kind === 'transactionCommitted' &&
        event.changes.some(({ table }) => table === 'outbox'),
    )
    expect(count).toBe(relevant.length + 1)
  })

  test('finds single rows by their key', () => {
    const first = { value: (rows: CommittedRows) => (rows.row('order', 'orders', '1') ? 1 : 0) }
    expect(gaugeTrack(events, rowsAt, first).readings.map(({ value }) => value)).toEqual([0, 1])
  })
})

test('a long run is read at no more moments than a screen can show, the last among them', () => {
  const moments = Array.from({ length: 3000 }, (_, index) => ({
    ...{ kind: 'transactionCommitted', service: 'a', handler: 0, database: 'a', transaction: 0 },
    ...{ label: '', lsn: index, index, timeUs: index * 10, cause: -1 },
    changes: [{ table: 't', key: index, before: undefined, after: {} }],
  })) as typeof events
  let count = 0
  const reads = (index: number): CommittedRows => ({
    rows: () => Array.from({ length: index + 1 }, () => ({})),
    row: () => undefined,
  })
  const gauge = { value: (rows: CommittedRows) => (count++, rows.rows('a', 't').length) }
  const track = gaugeTrack(moments, reads, gauge)
  expect(count).toBeLessThanOrEqual(241)
  expect(track.readings.at(-1)).toMatchObject({ value: 3000, timeUs: 29_990 })
})
