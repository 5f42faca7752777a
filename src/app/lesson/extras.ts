import type { StoreApi } from 'zustand/vanilla'
import { loadAllLessons } from '../../lessons'
import { createDisk, type Disk } from '../../stores/disk'
import type { DiskState } from '../../stores/diskState'
import { createFaultline } from '../../stores/faultline'
import type { PlaygroundApi } from '../../stores/playground.types'
import { keepRootData } from '../../stores/rootData'
import { baseAddress } from '../route'

export type DiskStore = StoreApi<DiskState>

export interface Extras {
  readonly disk: Disk
  readonly stop: () => void
}

/** What a run has besides being shown: a disk below it, and a door for scripts. */
export function startExtras(playground: PlaygroundApi, store: DiskStore): Extras {
  const disk = createDisk({ playground, store })
  playground.setGate((index) => disk.admit(index))
  void disk.start()
  let forgetRoot: (() => void) | null = null
  let wanted = true
  const openDoor = async () => {
    // A script may open a link to any lesson, and every command takes effect at once.
    const lessons = await loadAllLessons()
    if (!wanted) return
    window.faultline = createFaultline(playground, { lessons, base: baseAddress })
    // Whoever sees the digest on the root may use the door.
    forgetRoot = keepRootData(playground)
  }
  void openDoor()
  const stop = () => {
    wanted = false
    playground.setGate(null)
    void disk.stop()
    delete window.faultline
    forgetRoot?.()
  }
  return { disk, stop }
}
