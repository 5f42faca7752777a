import { IDBFactory } from 'fake-indexeddb'
import Dexie from 'dexie'
import { afterEach, beforeEach, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { openDexieBackend } from '../storage/dexieBackend'
import { DexieStore } from '../storage/dexieStore'
import type { RunLocks } from '../storage/runLocks'
import { shapesOf } from '../storage/shape'
import { createDisk } from '../stores/disk'
import type { Disk } from '../stores/disk'
import type { Followed, FollowedPlayground } from '../stores/diskFollower'
import { sampleLesson, sampleRun, sampleSystem } from './sampleRun'

export const stagedRun = sampleRun()

export const staged: Followed = {
  lesson: sampleLesson,
  scenario: { v: 1, lesson: sampleLesson.id },
  system: sampleSystem,
  run: stagedRun,
}

/** A playground that only plays. */
export class Stage implements FollowedPlayground {
  readonly #state = createStore<Followed>()(() => staged)
  readonly playback = createStore(() => ({
    head: { timeUs: 0, index: -1 },
    playing: false,
    speed: 1,
  }))
  readonly notices: string[] = []
  readonly getState = this.#state.getState
  readonly subscribe = (listener: () => void) => this.#state.subscribe(listener)

  seekIndex(index: number): void {
    const timeUs = this.getState().run.trace.events[index]?.timeUs ?? 0
    this.playback.setState({ head: { timeUs, index } })
  }

  notify(_tone: string, text: string): void {
    this.notices.push(text)
  }

  play(change: Partial<Followed>): void {
    this.#state.setState(change)
  }
}

/** Locks of one browser: whoever takes one keeps it until it is released. */
function someLocks(): RunLocks {
  const taken = new Set<string>()
  return {
    async take(id) {
      if (taken.has(id)) return 'elsewhere'
      taken.add(id)
      return { release: () => taken.delete(id) }
    },
  }
}

const disks: Disk[] = []
let locks = someLocks()

/** A browser of its own for every test. */
export function freshBrowser(): void {
  beforeEach(() => {
    Dexie.dependencies.indexedDB = new IDBFactory()
    locks = someLocks()
    vi.stubGlobal('addEventListener', () => {})
    vi.stubGlobal('removeEventListener', () => {})
  })

  afterEach(async () => {
    for (const disk of disks.splice(0)) await disk.stop()
    vi.unstubAllGlobals()
  })
}

/** A disk that is stopped when the test is over. */
export function makeDisk(stage: Stage, openBackend = openDexieBackend): Disk {
  const disk = createDisk({ playground: stage, openBackend, locks })
  disks.push(disk)
  return disk
}

export async function openDisk(stage = new Stage(), openBackend = openDexieBackend) {
  const disk = makeDisk(stage, openBackend)
  await disk.start()
  await disk.settled()
  return { disk, stage }
}

/** Rows on disk, read past everything of ours but the key order. */
export async function rowsOnDisk(service: string, table: string) {
  const names = await Dexie.getDatabaseNames()
  const name = names.findLast((known) => known.endsWith(`/${service}`)) ?? ''
  const store = new DexieStore(name, shapesOf(sampleSystem, stagedRun.trace).get(service) ?? {})
  const rows = await store.rows(table)
  store.close()
  return rows.map(({ row }) => row)
}
