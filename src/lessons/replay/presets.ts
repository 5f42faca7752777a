import type { Fault } from '../../engine'
import type { Preset } from '../definition'
import { historySizes } from './params'

const halfWay: Fault = {
  at: { point: 'view/after_commit(save batch)', nth: 10 },
  do: 'crash',
  restartAfterMs: 100,
}

/** Playable scenarios; the catalogue ids say which. The faults are the same for the naive and the correct variant. */
export const presets: readonly Preset[] = [
  {
    id: 'ES-4',
    title: 'The bug of last Tuesday',
    catalogue: ['ES-4'],
    variant: 'row-store',
    against: 'resume',
    faults: [],
    text: 'Five shops sell for 100 and refund 30. From 100 ms to 300 ms a release is live that adds refunds instead of taking them away.',
    soundbite: 'If the facts survive, last Tuesday can be fixed on Friday.',
  },
  {
    id: 'half-way',
    title: 'Dead in the middle of 10,000',
    catalogue: ['ES-4'],
    variant: 'checkpoint-apart',
    against: 'resume',
    params: { history: historySizes.indexOf(10_000) },
    faults: [halfWay],
    text: 'The rebuild dies after its tenth batch of 500, before it has noted how far it was. After the restart it folds that batch again.',
    soundbite: 'A view and its position are one fact.',
  },
  {
    id: 'mails-again',
    title: 'Old news by mail',
    catalogue: ['ES-4'],
    variant: 'mails-again',
    against: 'resume',
    faults: [],
    text: 'The rebuild is right, and every customer who was refunded this week gets a second mail about it.',
    soundbite: 'Replay the facts, not the mails.',
  },
  {
    id: 'wrong-fact',
    title: 'A fact that is wrong',
    catalogue: [],
    variant: 'resume',
    against: 'start-over',
    params: { typo: 1 },
    faults: [],
    text: 'At shop 1 somebody typed 300 for 30. The rebuild is without a fault, and says −200.',
    soundbite: 'Replay repairs code; only a new event repairs a fact.',
  },
]
