import { createContext, use } from 'react'
import type { Scenario } from '../../document/scenario'
import { lessons } from '../../lessons'
import { createDisk, type Disk } from '../../stores/disk'
import { createFaultline } from '../../stores/faultline'
import type { Stage } from '../../stores/react'
import { keepRootData } from '../../stores/rootData'
import { baseAddress } from '../route'
import { createShow } from '../show'

/** A run with its loop and its disk: all that a lesson's page stands on. */
export interface Machine extends Stage {
  readonly disk: Disk
  /** Opens the disk and offers the run to scripts; what it gives back ends both. */
  readonly start: () => () => void
}

export const MachineContext = createContext<Machine | null>(null)

export function useMachine(): Machine {
  const machine = use(MachineContext)
  if (machine === null) throw new Error('A part of a lesson is used outside its page.')
  return machine
}

export function createMachine(scenario: Scenario): Machine {
  const stage = createShow(scenario)
  const { playground } = stage
  const disk = createDisk({ playground })
  const start = () => {
    playground.setGate((index) => disk.admit(index))
    void disk.start()
    window.faultline = createFaultline(playground, { lessons, base: baseAddress })
    const forgetRoot = keepRootData(playground)
    return () => {
      playground.pause()
      playground.setGate(null)
      void disk.stop()
      delete window.faultline
      forgetRoot()
    }
  }
  return { ...stage, disk, start }
}
