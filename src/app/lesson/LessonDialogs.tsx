import { useMemo } from 'react'
import { usePlaygroundApi } from '../../stores/react'
import { CommonDialogs } from '../dialogs/CommonDialogs'
import { closeDialog, useDialogs } from '../dialogs/dialogs'
import { generalCommands } from '../keyboard/generalCommands'
import { useShortcuts } from '../keyboard/useShortcuts'
import { lazily } from '../../ui/primitives/lazily'
import { lessonCommands } from './lessonCommands'
import { useShare } from './useShare'

const ParametersDialog = lazily(() => import('./ParametersDialog'), 'ParametersDialog')
const SharedRun = lazily(() => import('./SharedRun'), 'SharedRun')

/** Dialogs and shortcuts of a lesson. */
export function LessonDialogs() {
  const playground = usePlaygroundApi()
  const { copy } = useShare()
  const open = useDialogs((state) => state.open)
  const commands = useMemo(
    () => [...lessonCommands(playground, () => void copy()), ...generalCommands],
    [playground, copy],
  )
  useShortcuts(commands)
  return (
    <>
      <CommonDialogs commands={commands} />
      {open === 'parameters' && <ParametersDialog onClose={closeDialog} />}
      {open === 'share' && <SharedRun onCopy={() => void copy()} />}
    </>
  )
}
