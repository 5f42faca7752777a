import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { freshBrowser, openDisk, stagedRun } from '../testing/diskStage'
import { lastRun } from './lastRun'

const end = stagedRun.trace.events.length - 1

freshBrowser()
beforeEach(() => vi.stubGlobal('indexedDB', Dexie.dependencies.indexedDB))

describe('the last run', () => {
  it('is where its disk stands', async () => {
    const { disk, stage } = await openDisk()
    stage.seekIndex(end)
    await disk.settled()
    await disk.stop()
    const { lesson, cursorMs } = (await lastRun()) ?? {}
    expect(lesson).toBe(stage.getState().scenario.lesson)
    expect(cursorMs).toBe((stagedRun.trace.events[end]?.timeUs ?? 0) / 1000)
  })

  it('is none where nothing was kept, and asking keeps nothing', async () => {
    expect(await lastRun()).toBeNull()
    expect(await Dexie.getDatabaseNames()).toEqual([])
  })

  it('is none that has not begun', async () => {
    const { disk } = await openDisk()
    await disk.stop()
    expect(await lastRun()).toBeNull()
  })

  it('is none where storage is refused', async () => {
    const { disk, stage } = await openDisk()
    stage.seekIndex(end)
    await disk.settled()
    await disk.stop()
    const refuse = () => Promise.reject(new Error('SecurityError'))
    expect(await lastRun(refuse)).toBeNull()
  })
})
