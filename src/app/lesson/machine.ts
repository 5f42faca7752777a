import { createContext, use } from 'react'
import { createStore } from 'zustand/vanilla'
import type { Scenario } from '../../document/scenario'
import type { Lesson } from '../../lessons/definition'
import type { Disk } from '../../stores/disk'
import { opening, type DiskState } from '../../stores/diskState'
import type { Stage } from '../../stores/react'
import { soon } from '../../ui/primitives/soon'
import { createShow } from '../show'
import type { DiskStore, Extras } from './extras'

/** A run with its loop and its disk: all that a lesson's page stands on. */
interface Machine extends Stage {
  readonly diskState: DiskStore
  /** Null until the canvas stands and the disk has been loaded. */
  readonly disk: () => Disk | null
  /** Opens the disk and offers the run to scripts; what it gives back ends both. */
  readonly start: () => () => void
}

export const MachineContext = createContext<Machine | null>(null)

export function useMachine(): Machine {
  const machine = use(MachineContext)
  if (machine === null) throw new Error('A part of a lesson is used outside its page.')
  return machine
}

const loadExtras = soon(() => import('./extras'))

export function createMachine(lesson: Lesson, scenario: Scenario): Machine {
  const stage = createShow(lesson, scenario)
  const diskState = createStore<DiskState>()(() => opening)
  let extras: Extras | null = null
  const start = () => {
    let wanted = true
    const begin = async () => {
      const { startExtras } = await loadExtras()
      if (wanted) extras = startExtras(stage.playground, diskState)
    }
    void begin()
    return () => {
      wanted = false
      stage.playground.pause()
      extras?.stop()
      extras = null
    }
  }
  return { ...stage, diskState, disk: () => extras?.disk ?? null, start }
}
