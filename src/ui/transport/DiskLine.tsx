import { HardDrive } from 'lucide-react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import type { DiskState } from '../../stores/diskState'
import styles from './Transport.module.css'

interface DiskLineProps {
  readonly disk: StoreApi<DiskState>
}

/** How much of what the head has passed is on the real disk. */
export function DiskLine({ disk }: DiskLineProps) {
  const { state, written, committed, line, text } = useStore(disk)
  const kept = state === 'ready' || state === 'writing' || state === 'behind'
  return (
    <p className={styles.disk} data-state={state} title={text}>
      <HardDrive aria-hidden />
      {kept ? (
        <span>
          disk <b>{written}</b> of <b>{committed}</b> commits
        </span>
      ) : (
        <span>{line}</span>
      )}
    </p>
  )
}
