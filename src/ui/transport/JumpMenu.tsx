import { ChevronsRight } from 'lucide-react'
import { usePlayback, usePlayground, usePlaygroundApi } from '../../stores/react'
import { useCovered } from '../lesson/useCover'
import { MenuButton } from '../primitives/MenuButton'
import { jumpEntries } from './jumpEntries'
import styles from './Transport.module.css'

export function JumpMenu() {
  const api = usePlaygroundApi()
  const film = usePlayground((state) => state.film)
  const head = usePlayback((state) => state.head)
  const covered = useCovered()
  return (
    <MenuButton
      label="Jump to a moment"
      aria-label="Jump to a commit, fault or broken check"
      tone="quiet"
      align="end"
      className={styles.jump}
      entries={jumpEntries(api, film, head, covered)}
    >
      <ChevronsRight aria-hidden />
    </MenuButton>
  )
}
