import { abouts } from '../../lessons'
import { showDialog } from '../dialogs/dialogs'
import { go, homeHref, lessonHref } from '../route'
import { changeSettings, themes } from '../settings'
import type { Command } from './command'

/** What can be done anywhere. */
export const generalCommands: readonly Command[] = [
  {
    id: 'palette',
    title: 'Find anything',
    group: 'View',
    keys: ['mod+k'],
    run: () => showDialog('palette'),
  },
  {
    id: 'help',
    title: 'Help and keys',
    group: 'View',
    keys: ['?'],
    run: () => showDialog('help'),
  },
  { id: 'settings', title: 'Settings…', group: 'View', run: () => showDialog('settings') },
  ...themes.map((theme) => ({
    id: `theme-${theme}`,
    title: theme === 'auto' ? 'Theme: as the system' : `Theme: ${theme}`,
    group: 'View' as const,
    run: () => changeSettings({ theme }),
  })),
  {
    id: 'open',
    title: 'Open a link or a file…',
    group: 'Share',
    run: () => showDialog('open'),
  },
  { id: 'home', title: 'Home', group: 'Lessons', run: () => go(homeHref) },
  ...abouts.map(({ id, title, soundbite }) => ({
    id: `lesson-${id}`,
    title,
    group: 'Lessons' as const,
    words: soundbite,
    run: () => go(lessonHref(id)),
  })),
]
