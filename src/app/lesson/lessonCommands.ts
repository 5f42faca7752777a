import type { PlaygroundApi } from '../../stores/playground.types'
import { speeds } from '../../ui/transport/speeds'
import { showDialog } from '../dialogs/dialogs'
import type { Command } from '../keyboard/command'
import { panelNames, panelTitles, togglePanel } from '../layout/panels'

/** Everything that can be done in a lesson, besides placing faults. */
export const lessonCommands = (
  playground: PlaygroundApi,
  copyLink: () => void,
): readonly Command[] => [
  ...timeCommands(playground),
  ...runCommands(playground),
  {
    id: 'copy-link',
    title: 'Copy link',
    group: 'Share',
    keys: ['l'],
    words: 'share url address',
    run: copyLink,
  },
  {
    id: 'share',
    title: 'Show link and QR code, save as a file',
    group: 'Share',
    words: 'download json',
    run: () => showDialog('share'),
  },
  ...panelNames.map((name) => ({
    id: `panel-${name}`,
    title: `Open or close: ${panelTitles[name].toLowerCase()}`,
    group: 'View' as const,
    words: 'panel',
    run: () => togglePanel(name),
  })),
]

/** A commit or a fault, whichever comes first in that direction. */
function jumpToCommitOrFault(playground: PlaygroundApi, direction: 1 | -1): void {
  const { film } = playground.getState()
  const { head } = playground.playback.getState()
  const found = (['commit', 'fault'] as const)
    .map((what) => film.jumpFrom(head, what, direction))
    .filter((target) => target !== null)
    .toSorted((one, other) => direction * (one.index - other.index))
  const nearest = found[0]
  if (nearest) playground.seekIndex(nearest.index)
}

const timeCommands = (playground: PlaygroundApi): readonly Command[] => {
  const time = (id: string, title: string, keys: readonly string[], run: () => void): Command => ({
    id,
    title,
    group: 'Time',
    ...(keys.length > 0 && { keys }),
    run,
  })
  return [
    time('play', 'Play or pause', ['Space'], () => playground.toggle()),
    time('forward', 'Step forward', ['ArrowRight'], () => playground.step(1)),
    time('back', 'Step back', ['ArrowLeft'], () => playground.step(-1)),
    time('next', 'To the next commit or fault', ['shift+ArrowRight'], () =>
      jumpToCommitOrFault(playground, 1),
    ),
    time('previous', 'To the previous commit or fault', ['shift+ArrowLeft'], () =>
      jumpToCommitOrFault(playground, -1),
    ),
    time('broken', 'To the next broken check', [], () => playground.jump('broken', 1)),
    time('start', 'To the beginning', ['Home'], () => playground.seek(0)),
    time('end', 'To the end', ['End'], () =>
      playground.seek(playground.getState().run.endUs / 1000),
    ),
    ...speeds.map((speed, place) =>
      time(`speed-${place + 1}`, `Speed ${speed}×`, [String(place + 1)], () =>
        playground.setSpeed(speed),
      ),
    ),
  ]
}

const runCommands = (playground: PlaygroundApi): readonly Command[] => {
  const { lesson } = playground.getState()
  const run = (id: string, title: string, more: Partial<Command>, go: () => void): Command => ({
    id,
    title,
    group: 'Run',
    ...more,
    run: go,
  })
  return [
    run('undo', 'Undo', { keys: ['mod+z'] }, () => playground.undo()),
    run('redo', 'Redo', { keys: ['mod+shift+z'] }, () => playground.redo()),
    run('parameters', 'Speed, parameters, seed…', {}, () => showDialog('parameters')),
    run('clear', 'Remove all faults', {}, () => playground.clearFaults()),
    run('reset', 'Start over', { words: 'reset' }, () => playground.reset()),
    ...lesson.variants.map(({ id, title }) =>
      run(`variant-${id}`, `Variant: ${title}`, {}, () => playground.setVariant(id)),
    ),
    ...lesson.presets.map(({ id, title, catalogue }) =>
      run(`preset-${id}`, `Scenario: ${title}`, { words: catalogue.join(' ') }, () =>
        playground.applyPreset(id),
      ),
    ),
  ]
}
