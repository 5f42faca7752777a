import { createContext, use } from 'react'
import type { Key, Row } from '../../engine'
import type { Density } from './anatomy'
import type { MenuAnchor, MenuTarget } from './menuTarget'

/** What every part of the picture needs to know about the whole. */
interface StageValue {
  readonly density: Density
  /** False in a picture that is only looked at. */
  readonly interactive: boolean
  readonly titleOf: (process: string) => string
  readonly isBroker: (process: string) => boolean
  readonly keyOf: (database: string, table: string) => (row: Row) => Key
  readonly openMenu: (target: MenuTarget, anchor: MenuAnchor) => void
}

export const StageContext = createContext<StageValue | null>(null)

export function useStage(): StageValue {
  const value = use(StageContext)
  if (value === null) throw new Error('This part is drawn inside <Stage />.')
  return value
}
