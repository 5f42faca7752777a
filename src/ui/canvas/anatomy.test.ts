import { describe, expect, it } from 'vitest'
import { sampleLesson, sampleRun, sampleSystem } from '../../testing/sampleRun'
import { anatomyOf } from './anatomy'
import { bottom, overlaps, right } from './geometry'
import { standsOf } from './stands'
import { writtenTables } from './writtenTables'

const stands = standsOf(sampleSystem, sampleLesson.stage, writtenTables(sampleRun().trace))
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

  it('draws what is left out on purpose as a gap, and not at all what a variant does not have', () => {
    expect(stand('shipping').tables.map((table) => table.absent)).toEqual([undefined, 'no inbox'])
    const written = new Set(['shipping/inbox'])
    const withInbox = standsOf(sampleSystem, sampleLesson.stage, written)
    expect(withInbox.find((each) => each.id === 'shipping')?.tables[1]).toMatchObject({
      table: 'inbox',
      columns: ['id'],
    })
    const tables = { orders: { key: 'id' } }
    const services = sampleSystem.services.map((service) =>
      service.id === 'order' ? { ...service, database: { title: 'orders', tables } } : service,
    )
    const [, order] = standsOf({ ...sampleSystem, services }, sampleLesson.stage, new Set())
    expect(order?.tables.map((table) => table.table)).toEqual(['orders'])
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

it('shows a queue as what became of its messages', () => {
  const queue = { ...stand('broker'), brokerKind: 'queue' as const }
  const { tables, foot } = anatomyOf(queue, 180, 'wide')
  expect(tables[0]).toMatchObject({ form: 'queue', headed: true })
  expect(foot).toBeNull()
})
