import type { Film } from '../playback/frame'
import type { Selection } from './playground.types'

/** The selection after another run: what is known by its number stays only if it is the same thing there. */
export function selectionIn(
  film: Film,
  selection: Selection | null,
  before: Film,
): Selection | null {
  if (selection?.kind === 'message') {
    const { message } = selection
    const [old, now] = [before.flight(message), film.flight(message)]
    return old?.name === now?.name && old?.sentUs === now?.sentUs ? selection : null
  }
  if (selection?.kind === 'event') {
    const { index } = selection
    const isSame =
      before.headAtIndex(index).timeUs === film.headAtIndex(index).timeUs &&
      before.sentence(index) === film.sentence(index)
    return isSame ? selection : null
  }
  return selection
}
