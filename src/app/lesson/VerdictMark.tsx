import { BadgeAlert, BadgeCheck } from 'lucide-react'
import { usePlayground, usePlaygroundApi } from '../../stores/react'
import { verdictTexts } from '../../stores/verdict'
import { MenuButton } from '../../ui/primitives/MenuButton'
import { useShare } from './useShare'
import styles from './VerdictMark.module.css'

const marks = { same: BadgeCheck, different: BadgeAlert } as const
const words = { same: 'As it was sent', different: 'Not as it was sent' } as const

/** Whether the run is the one that the opened link speaks of, with the ways on. */
export function VerdictMark({ short = false }: { readonly short?: boolean }) {
  const api = usePlaygroundApi()
  const { copy } = useShare()
  const verdict = usePlayground((state) => state.verdict)
  if (verdict === null) return null
  const Icon = marks[verdict]
  return (
    <MenuButton
      label={words[verdict]}
      aria-label={words[verdict]}
      title={verdictTexts[verdict]}
      tone="quiet"
      data-verdict={verdict}
      className={styles.mark}
      entries={[
        { heading: verdictTexts[verdict] },
        { label: 'Copy a link to the run as it is here', onSelect: () => void copy() },
        { label: 'Start the lesson over', onSelect: () => api.reset() },
      ]}
    >
      <Icon size={17} aria-hidden />
      {!short && words[verdict]}
    </MenuButton>
  )
}
