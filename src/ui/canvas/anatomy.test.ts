import { describe, expect, it } from 'vitest'
import type { Service } from '../../engine'
import { sampleLesson, sampleRun, sampleSystem } from '../../testing/sampleRun'
import { anatomyOf, footColumns } from './anatomy'
import { bottom, overlaps, right } from './geometry'
import { standsOf } from './stands'
import { writtenBy } from './written'

const stands = standsOf(
  sampleSystem,
  sampleLesson.stage,
  writtenBy(sampleRun().trace, sampleLesson.stage),
)
const nothing = { tables: new Set<string>(), streams: new Map() }
const stand = (id: string) => {
  const found = stands.find((each) => each.id === id)
  if (!found) throw new Error(`no stand ${id}`)
  return found
}

describe('stands', () => {
  it('puts processes that share a database on one drum', () => {
    expect(stand('order').processes.map((process) => process.id)).toEqual(['order', 'relay'])
    expect(stands.map((each) => each.id)).toEqual(['client', 'order', 'shipping', 'broker'])
  })

  it('gives a client no drum', () => {
    expect(stand('client')).toMatchObject({ database: null, tables: [] })
    expect(stand('client').processes[0]?.kind).toBe('client')
  })

  it('draws what only some runs write only in those', () => {
    const { stage } = sampleLesson
    const shipments = {
      table: 'shipments',
      columns: ['id'],
      as: 'rows',
      whenWritten: true,
    } as const
    const own = { ...stage, tables: { ...stage.tables, shipping: [shipments] } }
    const drawn = (tables: readonly string[]) =>
      standsOf(sampleSystem, own, { tables: new Set(tables), streams: new Map() })
        .find((each) => each.id === 'shipping')
        ?.tables.map(({ table }) => table)
    expect(drawn([])).toEqual([])
    expect(drawn(['shipping/shipments'])).toEqual(['shipments'])
  })

  it('draws what is left out on purpose as a gap, and not at all what a variant does not have', () => {
    expect(stand('shipping').tables.map((table) => table.absent)).toEqual([undefined, 'no inbox'])
    const written = { tables: new Set(['shipping/inbox']), streams: new Map() }
    const withInbox = standsOf(sampleSystem, sampleLesson.stage, written)
    expect(withInbox.find((each) => each.id === 'shipping')?.tables[1]).toMatchObject({
      table: 'inbox',
      columns: ['id'],
    })
    const tables = { orders: { key: 'id' } }
    const services = sampleSystem.services.map((service) =>
      service.id === 'order' ? { ...service, database: { title: 'orders', tables } } : service,
    )
    const [, order] = standsOf({ ...sampleSystem, services }, sampleLesson.stage, nothing)
    expect(order?.tables.map((table) => table.table)).toEqual(['orders'])
  })

  it('draws no topic that a variant does not have', () => {
    const [topic] = sampleLesson.stage.tables['broker'] ?? []
    if (!topic) throw new Error('the sample has a topic')
    const tables = { broker: [topic, { ...topic, table: 'payments' }] }
    const drawn = standsOf(sampleSystem, { ...sampleLesson.stage, tables }, nothing)
    expect(drawn.find(({ id }) => id === 'broker')?.tables).toEqual([topic])
  })

  it('names a drum of a broker after its topics', () => {
    expect(stand('broker')).toMatchObject({ database: 'broker', databaseTitle: 'orders' })
  })
})

describe.each(['wide', 'narrow'] as const)('anatomy, %s', (density) => {
  const width = density === 'wide' ? 392 : 330
  const anatomy = anatomyOf(stand('order'), width, density)

  it('stands every process on the rim, inside the drum, apart from the others', () => {
    const [first, second] = anatomy.processes
    if (!first || !second || !anatomy.drum) throw new Error('two processes on a drum')
    expect(bottom(first)).toBe(anatomy.drum.y)
    expect(first.x).toBeGreaterThan(0)
    expect(right(second)).toBeLessThan(width)
    expect(overlaps(first, second)).toBe(false)
  })

  it('keeps the tables inside the walls and side by side', () => {
    const [orders, outbox] = anatomy.tables
    if (!orders || !outbox || !anatomy.drum) throw new Error('two tables in a drum')
    expect(orders.y).toBe(outbox.y)
    expect(outbox.width).toBeGreaterThan(orders.width)
    expect(overlaps(orders, outbox)).toBe(false)
    expect(right(outbox)).toBeLessThanOrEqual(width - 10)
    expect(bottom(outbox)).toBeLessThan(bottom(anatomy.drum))
  })
})

it('starts a new line of tables where the drum is too small for one', () => {
  const { tables } = anatomyOf(stand('order'), 210, 'wide')
  expect(tables[1]?.y).toBeGreaterThan(tables[0]?.y ?? 0)
})

describe('a topic', () => {
  const topic = (density: 'wide' | 'narrow', partitions = 1) =>
    anatomyOf({ ...stand('broker'), partitions: { orders: partitions } }, 180, density)

  it('has room for its open end and for positions', () => {
    const [records] = topic('wide').tables
    expect(records).toMatchObject({ form: 'records', headed: false, height: 2 + 4 * 23 })
    expect(topic('wide').foot).not.toBeNull()
  })

  it('is a line of cells on a phone, and one for every partition', () => {
    expect(topic('narrow').tables[0]).toMatchObject({ form: 'cells', partitions: 1, capacity: 3 })
    expect(topic('wide', 3).tables[0]).toMatchObject({ form: 'cells', height: 2 + 3 * 42 })
  })
})

describe('streams', () => {
  const events = { table: 'events', columns: ['type'], as: 'stream', lines: 'account' } as const
  const bare = { lines: [], more: 0, letters: 0 }
  const withStreams = (lines: readonly string[]) => ({
    ...stand('shipping'),
    tables: [events],
    streams: { events: { lines, more: 0, letters: 9 } },
  })

  it('are as many lines of cells as the run writes streams, at least one', () => {
    const height = (lines: readonly string[]) =>
      anatomyOf(withStreams(lines), 400, 'wide').tables[0]?.height ?? 0
    expect(height([])).toBe(height(['a']))
    expect(height(['a', 'b', 'c']) - height(['a'])).toBe(2 * 46)
  })

  it('are low where events bear nothing but their number', () => {
    const plain = {
      ...withStreams(['a', 'b']),
      streams: { events: { ...bare, lines: ['a', 'b'] } },
    }
    expect(anatomyOf(plain, 400, 'wide').tables[0]?.height).toBe(25 + 2 * 28)
  })

  it('show as many events as have room beside the name and the open end', () => {
    const [box] = anatomyOf(withStreams(['account-1']), 400, 'wide').tables
    const { nameWidth = 0, cellWidth = 0 } = box?.streams ?? {}
    expect(nameWidth + (box?.capacity ?? 0) * cellWidth).toBeLessThan(box?.width ?? 0)
    expect(box?.capacity).toBe(3)
  })
})

it('takes nobody for a client who is one of ours, or who is asked', () => {
  const kinds = (service: Service) =>
    standsOf({ services: [service] }, sampleLesson.stage, nothing)[0]?.processes[0]
  const job = { id: 'job', title: 'Job' }
  expect(kinds(job)).toMatchObject({ kind: 'service', outside: false })
  expect(kinds({ ...job, outside: true })).toMatchObject({ kind: 'client' })
  const handlers = { *Charge() {} }
  expect(kinds({ ...job, outside: true, handlers })).toMatchObject({
    kind: 'service',
    outside: true,
  })
})

it('parks what nobody consumes', () => {
  const queue = { ...stand('broker'), brokerKind: 'queue' as const, parked: ['orders'] }
  expect(anatomyOf(queue, 180, 'wide').tables[0]).toMatchObject({ form: 'parked' })
})

it('shows a queue as what became of its messages', () => {
  const queue = { ...stand('broker'), brokerKind: 'queue' as const }
  const { tables, foot } = anatomyOf(queue, 180, 'wide')
  expect(tables[0]).toMatchObject({ form: 'queue', headed: true })
  expect(foot).toBeNull()
})

it('puts the positions of groups beside each other where there is room', () => {
  expect(footColumns(240, 4)).toBe(2)
  expect(footColumns(150, 4)).toBe(1)
  expect(footColumns(600, 1)).toBe(1)
})
