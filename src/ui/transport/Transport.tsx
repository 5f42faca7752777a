import type { StoreApi } from 'zustand/vanilla'
import type { DiskState } from '../../stores/diskState'
import { usePlayground } from '../../stores/react'
import { Clock } from './Clock'
import { DiskLine } from './DiskLine'
import { NextLine } from './NextLine'
import { PlayButtons } from './PlayButtons'
import { PressButton } from './PressButton'
import { SeedField } from './SeedField'
import { SpeedControl } from './SpeedControl'
import { SpeedMenu } from './SpeedMenu'
import styles from './Transport.module.css'

export interface TransportProps {
  /** Shown when there is a disk under the play head. */
  readonly disk?: StoreApi<DiskState>
}

/** Where the run stands, and everything that moves it. */
export function Transport({ disk }: TransportProps) {
  const press = usePlayground(({ lesson }) => lesson.press)
  return (
    <section aria-label="Playback" className={styles.transport}>
      <Clock />
      <NextLine />
      {press && <PressButton press={press} />}
      <PlayButtons />
      <SpeedMenu />
      <div className={styles.settings}>
        <SpeedControl />
        <SeedField />
      </div>
      {disk && <DiskLine disk={disk} />}
    </section>
  )
}
