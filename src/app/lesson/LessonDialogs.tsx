import { useMemo } from 'react'
import { usePlaygroundApi } from '../../stores/react'
import { sharedScenario } from '../../stores/shared'
import { CommonDialogs } from '../dialogs/CommonDialogs'
import { closeDialog, useDialogs } from '../dialogs/dialogs'
import { generalCommands } from '../keyboard/generalCommands'
import { useShortcuts } from '../keyboard/useShortcuts'
import { lazily } from '../lazily'
import { lessonCommands } from './lessonCommands'
import { linkOf, useShare } from './useShare'

const ParametersDialog = lazily(() => import('./ParametersDialog'), 'ParametersDialog')
const ShareDialog = lazily(() => import('../dialogs/ShareDialog'), 'ShareDialog')

/** Dialogs and shortcuts of a lesson. */
export function LessonDialogs() {
  const playground = usePlaygroundApi()
  const { copy } = useShare()
  const { open, byHand } = useDialogs()
  const commands = useMemo(
    () => [...lessonCommands(playground, () => void copy()), ...generalCommands],
    [playground, copy],
  )
  useShortcuts(commands)
  return (
    <>
      <CommonDialogs commands={commands} />
      {open === 'parameters' && <ParametersDialog onClose={closeDialog} />}
      {open === 'share' && (
        <ShareDialog
          link={linkOf(playground)}
          scenario={sharedScenario(playground)}
          byHand={byHand}
          onCopy={() => void copy()}
          onClose={closeDialog}
        />
      )}
    </>
  )
}
