import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { describe, expect, it, vi } from 'vitest'
import {
  Stage,
  freshBrowser,
  makeDisk,
  openDisk,
  rowsOnDisk,
  staged,
  stagedRun,
} from '../testing/diskStage'
import { sampleLesson, sampleSystem } from '../testing/sampleRun'

const run = stagedRun
const end = run.trace.events.length - 1
const orders = run.trace.events.filter(
  (event) => event.kind === 'transactionCommitted' && event.database === 'order',
)
const secondOrder = orders[1]?.index ?? -1

freshBrowser()

describe('the disk', () => {
  it('holds what the head has passed', async () => {
    const { disk, stage } = await openDisk()
    expect(disk.store.getState()).toMatchObject({ state: 'ready', written: 0, committed: 0 })
    for (let index = 0; index <= end; index++) stage.seekIndex(index)
    await disk.settled()
    expect(await rowsOnDisk('order', 'orders')).toEqual(run.world.rows('order', 'orders'))
    expect(await rowsOnDisk('broker', 'orders')).toEqual(run.world.rows('broker', 'orders'))
    const { written, committed, backlog } = disk.store.getState()
    expect(written).toBeGreaterThan(10)
    expect([committed, backlog]).toEqual([written, 0])
  })

  it('goes back with the head', async () => {
    const { disk, stage } = await openDisk()
    stage.seekIndex(end)
    await disk.settled()
    stage.seekIndex(secondOrder)
    await disk.settled()
    expect(await rowsOnDisk('order', 'orders')).toEqual([
      { id: '1', status: 'placed' },
      { id: '2', status: 'placed' },
    ])
    expect(await rowsOnDisk('shipping', 'shipments')).toEqual([])
  })

  it('holds the playing head before a commit until IndexedDB has it', async () => {
    const { disk, stage } = await openDisk()
    stage.playback.setState({ playing: true })
    const before = secondOrder - 1
    stage.seekIndex(before)
    await disk.settled()
    expect(disk.admit(secondOrder)).toBe(before)
    stage.seekIndex(before)
    await disk.settled()
    expect(disk.admit(secondOrder)).toBe(secondOrder)
    expect(await rowsOnDisk('order', 'orders')).toHaveLength(2)
  })

  it('holds the head before the next commit while it is still being made', async () => {
    const stage = new Stage()
    const disk = makeDisk(stage)
    await disk.start()
    expect(disk.admit(end)).toBe((orders[0]?.index ?? 0) - 1)
    await disk.settled()
    expect(disk.admit(end)).toBeGreaterThan(orders[0]?.index ?? 0)
  })

  it('becomes another run when the document changes', async () => {
    const { disk, stage } = await openDisk()
    stage.seekIndex(end)
    await disk.settled()
    const events = run.trace.events.slice(0, secondOrder)
    const shorter = { ...run, digest: 'another', trace: { ...run.trace, events } }
    stage.play({ run: shorter, scenario: { ...staged.scenario, seed: 2 } })
    await disk.settled()
    expect(await rowsOnDisk('order', 'orders')).toEqual([{ id: '1', status: 'placed' }])
    expect(disk.store.getState().state).toBe('ready')
  })

  it('makes a database anew when another variant gives it other tables', async () => {
    const { disk, stage } = await openDisk()
    stage.seekIndex(end)
    await disk.settled()
    const services = sampleSystem.services.map((service) =>
      service.id === 'order'
        ? {
            ...service,
            database: { title: '', tables: { orders: { key: 'id', indexes: ['status'] } } },
          }
        : service,
    )
    const events = run.trace.events.filter(
      (event) => !('database' in event) || event.database === 'shipping',
    )
    const trace = { ...run.trace, events }
    stage.play({ system: { ...sampleSystem, services }, run: { ...run, digest: 'other', trace } })
    await disk.settled()
    const name = (await Dexie.getDatabaseNames()).find((known) => known.endsWith('/order')) ?? ''
    const db = await new Dexie(name).open()
    expect(db.tables.map((table) => table.name)).not.toContain('outbox')
    expect(db.table('orders').schema.indexes.map((index) => index.name)).toEqual(['status'])
    expect(await db.table('orders').count()).toBe(0)
    db.close()
  })

  it('starts new databases for another lesson and keeps the old ones', async () => {
    const { disk, stage } = await openDisk()
    stage.seekIndex(end)
    await disk.settled()
    const lesson = { ...sampleLesson, id: 'saga' }
    stage.play({ lesson, scenario: { v: 1, lesson: 'saga' }, run: { ...run, digest: 'saga' } })
    await vi.waitFor(async () => {
      const names = await Dexie.getDatabaseNames()
      expect(names.filter((name) => name.endsWith('/order'))).toHaveLength(2)
    })
    await vi.waitFor(() => expect(disk.store.getState().state).toBe('ready'))
  })
})

describe('a page that is opened again', () => {
  /** Plays to a moment and dies there: no more writes, and the lock is gone. */
  async function playAndDie(index: number): Promise<void> {
    const { disk, stage } = await openDisk()
    stage.seekIndex(index)
    await disk.settled()
    await disk.stop()
  }

  it('goes on where the disk stands and says so', async () => {
    await playAndDie(secondOrder)
    const { disk, stage } = await openDisk()
    const { head } = stage.playback.getState()
    expect(head.index).toBe(secondOrder)
    expect(stage.notices).toEqual([
      `This run goes on from ${(head.timeUs / 1000).toFixed(1)} ms, where its disk stands.`,
    ])
    stage.seekIndex(end)
    await disk.settled()
    expect(await rowsOnDisk('order', 'outbox')).toEqual(run.world.rows('order', 'outbox'))
  })

  it('leaves the head where a link has put it, and brings the disk there', async () => {
    await playAndDie(end)
    const stage = new Stage()
    stage.play({ scenario: { ...staged.scenario, cursorMs: 0 } })
    await openDisk(stage)
    expect(stage.playback.getState().head.index).toBe(-1)
    expect(await rowsOnDisk('order', 'orders')).toEqual([])
    expect(await Dexie.getDatabaseNames()).toHaveLength(4)
  })

  it('begins again with a run that was over', async () => {
    await playAndDie(end)
    const { stage } = await openDisk()
    expect(stage.playback.getState().head.index).toBe(-1)
    expect(stage.notices).toEqual([])
    expect(await rowsOnDisk('order', 'orders')).toEqual([])
  })

  it('may be stopped and started at once, as React does to be sure', async () => {
    await playAndDie(secondOrder)
    const stage = new Stage()
    const disk = makeDisk(stage)
    void disk.start()
    const stopped = disk.stop()
    await disk.start()
    await stopped
    await disk.settled()
    expect(disk.store.getState().state).toBe('ready')
    expect(stage.playback.getState().head.index).toBe(secondOrder)
  })

  it('begins anew with another document', async () => {
    await playAndDie(secondOrder)
    const stage = new Stage()
    stage.play({ scenario: { ...staged.scenario, seed: 9 } })
    await openDisk(stage)
    expect(stage.playback.getState().head.index).toBe(-1)
    expect(stage.notices).toEqual([])
  })

  async function tamper(): Promise<void> {
    const names = await Dexie.getDatabaseNames()
    const db = await new Dexie(names.find((name) => name.endsWith('/order')) ?? '').open()
    await db.table('orders').update('2', { status: 'lost' })
    db.close()
  }

  it('asks who is right when somebody has changed a row', async () => {
    await playAndDie(secondOrder)
    await tamper()
    const { disk, stage } = await openDisk()
    expect(disk.store.getState().question).toBe(
      'Row 2 of orders in order differs: on disk status is "lost", in the run "placed".',
    )
    expect(disk.admit(end)).toBe(end)
    stage.seekIndex(end)
    disk.rewrite()
    await vi.waitFor(() => expect(disk.store.getState().state).toBe('ready'))
    expect(await rowsOnDisk('order', 'orders')).toEqual(run.world.rows('order', 'orders'))
  })

  it('leaves the changed row alone when asked to start afresh', async () => {
    await playAndDie(secondOrder)
    await tamper()
    const { disk } = await openDisk()
    await disk.startFresh()
    await vi.waitFor(() => expect(disk.store.getState().state).toBe('ready'))
    const names = await Dexie.getDatabaseNames()
    const held = names
      .filter((name) => name.endsWith('/order'))
      .map(async (name) => {
        const db = await new Dexie(name).open()
        const rows: unknown = await db.table('orders').toArray()
        db.close()
        return JSON.stringify(rows)
      })
    const all = await Promise.all(held)
    expect(all).toContain('[]')
    expect(all.filter((rows) => rows.includes('lost'))).toHaveLength(1)
  })
})
