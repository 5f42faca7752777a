import type { Preset } from '../definition'

/** Playable scenarios; the catalogue ids say which. */
export const presets: readonly Preset[] = [
  {
    id: 'CQRS-4',
    title: 'A form with five fields',
    catalogue: ['CQRS-4'],
    variant: 'full-cqrs',
    against: 'one-model',
    faults: [],
    text: '50 edits and 200 reads by one user. Reads are no quicker with two models, and some of them are old.',
    soundbite: 'If reads and writes ask for the same shape, one model is the pattern.',
  },
  {
    id: 'CQRS-4-crash',
    title: 'One part more that can die',
    catalogue: ['CQRS-4'],
    variant: 'full-cqrs',
    against: 'one-model',
    params: { edits: 15 },
    faults: [{ at: { timeMs: 1000 }, do: 'crash', service: 'projector', restartAfterMs: 500 }],
    text: 'The projector is down for half a second. Edits are saved, and the user is shown an old profile. With one model there is no projector.',
    soundbite: 'What is not there cannot fail.',
  },
  {
    id: 'busy',
    title: 'When it starts to pay',
    catalogue: [],
    variant: 'full-cqrs',
    against: 'one-model',
    params: { edits: 5, searchers: 6 },
    faults: [],
    text: 'Six colleagues search all the time. One model scans its table for each, and editors wait behind them; a view of its own does not care.',
    soundbite: 'Split when a measurement asks for it.',
  },
]
