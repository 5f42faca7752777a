import { HardDrive } from 'lucide-react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { opening, type DiskState } from '../../stores/diskState'
import styles from './Transport.module.css'

interface DiskLineProps {
  readonly disk: StoreApi<DiskState>
}

/** How much of what the head has passed is on the real disk. */
export function DiskLine({ disk }: DiskLineProps) {
  const now = useStore(disk)
  const { state, written, committed, line, text } = now
  const kept = state === 'ready' || state === 'writing' || state === 'behind'
  const needsTelling = !kept && now !== opening
  return (
    <p className={styles.disk} data-state={state} data-told={needsTelling} title={text}>
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
