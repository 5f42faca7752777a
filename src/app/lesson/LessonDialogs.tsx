import { useMemo } from 'react'
import { usePlaygroundApi } from '../../stores/react'
import { sharedScenario } from '../../stores/shared'
import { CommonDialogs } from '../dialogs/CommonDialogs'
import { closeDialog, useDialogs } from '../dialogs/dialogs'
import { ShareDialog } from '../dialogs/ShareDialog'
import { generalCommands } from '../keyboard/generalCommands'
import { useShortcuts } from '../keyboard/useShortcuts'
import { lessonCommands } from './lessonCommands'
import { ParametersDialog } from './ParametersDialog'
import { linkOf, useShare } from './useShare'

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
  switch (open) {
    case 'share':
      return (
        <ShareDialog
          link={linkOf(playground)}
          scenario={sharedScenario(playground)}
          byHand={byHand}
          onCopy={() => void copy()}
          onClose={closeDialog}
        />
      )
    case 'parameters':
      return <ParametersDialog onClose={closeDialog} />
    default:
      return <CommonDialogs commands={commands} />
  }
}
