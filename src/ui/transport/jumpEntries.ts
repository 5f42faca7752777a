import type { Film, Head, Jump } from '../../playback/frame'
import type { Commands } from '../../stores/playground.types'
import type { MenuEntry } from '../primitives/Menu'

const goals: readonly { readonly what: Jump; readonly name: string }[] = [
  { what: 'commit', name: 'commit' },
  { what: 'fault', name: 'fault' },
  { what: 'broken', name: 'broken check' },
]

/**
 * The moments worth going to; one that does not come cannot be chosen. Where the future is covered,
 * the menu does not say what comes.
 */
export function jumpEntries(
  commands: Commands,
  film: Film,
  head: Head,
  covered: boolean,
): MenuEntry[] {
  const entry = (what: Jump, name: string, direction: 1 | -1): MenuEntry => ({
    label: `${direction === 1 ? 'Next' : 'Previous'} ${name}`,
    disabled: !(covered && direction === 1) && film.jumpFrom(head, what, direction) === null,
    onSelect: () => commands.jump(what, direction),
  })
  return [
    ...goals.map(({ what, name }) => entry(what, name, 1)),
    'line',
    ...goals.map(({ what, name }) => entry(what, name, -1)),
  ]
}
