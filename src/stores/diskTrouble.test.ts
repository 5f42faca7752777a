import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { describe, expect, it, vi } from 'vitest'
import { openDexieBackend } from '../storage/dexieBackend'
import { DexieStore } from '../storage/dexieStore'
import { Stage, freshBrowser, openDisk, staged, stagedRun } from '../testing/diskStage'

const run = stagedRun
const end = run.trace.events.length - 1
const orders = run.trace.events.filter(
  (event) => event.kind === 'transactionCommitted' && event.database === 'order',
)
const secondOrder = orders[1]?.index ?? -1

freshBrowser()

describe('a second tab', () => {
  it('keeps a copy of its own and says so', async () => {
    const first = await openDisk()
    first.stage.seekIndex(end)
    await first.disk.settled()
    const second = await openDisk()
    expect(second.stage.notices).toEqual([
      'Another tab writes this run, so this tab keeps a copy of its own.',
    ])
    const names = await Dexie.getDatabaseNames()
    expect(names.filter((name) => name.endsWith('/order'))).toHaveLength(2)
  })
})

describe('without a disk', () => {
  it('nothing is kept, nothing fails and nothing holds the head', async () => {
    const refuse = () => Promise.reject(new Error('SecurityError'))
    const { disk, stage } = await openDisk(new Stage(), refuse)
    expect(disk.store.getState()).toMatchObject({
      state: 'off',
      text: 'Nothing is kept: this browser gives the page no storage. All else works.',
    })
    expect(disk.admit(end)).toBe(end)
    stage.seekIndex(end)
  })

  it('a disk that is full on the way is said to be, and lets the head go', async () => {
    const full = Object.assign(new Error('Quota exceeded'), { name: 'QuotaExceededError' })
    const { disk, stage } = await openDisk(new Stage(), async () => {
      const backend = await openDexieBackend()
      return {
        ...backend,
        open(name, shape) {
          const store = backend.open(name, shape)
          store.apply = (writes) =>
            writes.position.index < secondOrder
              ? DexieStore.prototype.apply.call(store, writes)
              : Promise.reject(full)
          return store
        },
      }
    })
    stage.seekIndex(end)
    await vi.waitFor(() => expect(disk.store.getState().state).toBe('failed'))
    expect(disk.store.getState().text).toBe(
      'Nothing more is kept. The disk is full. All else works.',
    )
    expect(stage.notices).toEqual([disk.store.getState().text])
    expect(disk.admit(end)).toBe(end)
  })

  it('a database that somebody deletes is noticed', async () => {
    const { disk } = await openDisk()
    const names = await Dexie.getDatabaseNames()
    await Dexie.delete(names.find((name) => name.endsWith('/order')) ?? '')
    await vi.waitFor(() => expect(disk.store.getState().state).toBe('failed'))
    expect(disk.store.getState().text).toContain('deleted or changed from outside')
  })
})

describe('old runs', () => {
  it('are forgotten beyond the newest few', async () => {
    for (let seed = 2; seed < 10; seed++) {
      const stage = new Stage()
      stage.play({ scenario: { ...staged.scenario, seed } })
      const { disk } = await openDisk(stage)
      await disk.stop()
    }
    await openDisk()
    await vi.waitFor(async () => {
      const names = await Dexie.getDatabaseNames()
      expect(names.filter((name) => name.endsWith('/order'))).toHaveLength(5)
    })
  })
})
