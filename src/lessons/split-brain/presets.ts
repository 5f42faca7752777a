import type { Fault } from '../../engine'
import type { Preset } from '../definition'

/** From 100 to 300 ms nothing passes; the witness, where there is one, is on the side of the US. */
const cableCut: Fault = {
  at: { timeMs: 100 },
  do: 'partition',
  a: ['us', 'witness'],
  b: ['eu'],
  forMs: 200,
}

const ringCut: Fault = { at: { timeMs: 100 }, do: 'partition', a: ['sy'], b: ['sz'], forMs: 200 }

/** Playable scenarios; the catalogue ids say which. */
export const presets: readonly Preset[] = [
  {
    id: 'SPLIT-1',
    title: 'Two regions, two votes',
    catalogue: ['SPLIT-1'],
    variant: 'two-voters',
    against: 'majority-witness',
    faults: [cableCut],
    text: 'A majority of two is two. Neither region has it alone, so the cut stops both.',
    soundbite: 'Two is not a majority of anything.',
  },
  {
    id: 'SPLIT-1-witness',
    title: 'A witness decides',
    catalogue: ['SPLIT-1'],
    variant: 'majority-witness',
    against: 'version-vectors',
    faults: [cableCut],
    text: 'The witness is on the side of the US: two of three go on writing, the third refuses.',
    soundbite: 'Two is not a majority of anything; two of three is.',
  },
  {
    id: 'SPLIT-1-ap',
    title: 'Both go on writing',
    catalogue: ['SPLIT-1'],
    variant: 'last-writer-wins',
    against: 'version-vectors',
    faults: [cableCut],
    text: 'Ten writes are acknowledged. After the cut the later clock wins five times, and five customers were lied to.',
    soundbite: 'Accepting everything is easy; remembering it is the work.',
  },
  {
    id: 'clock-skew',
    title: 'The clock that runs behind',
    catalogue: [],
    variant: 'last-writer-wins',
    against: 'version-vectors',
    params: { writesUs: 1, writesEu: 1, laterMs: 100, skewMs: -150 },
    faults: [],
    text: 'No cut at all. The EU customer sees the new address and corrects it; the EU’s clock is 150 ms behind, so the correction counts as older.',
    soundbite: 'A clock tells the time, not who knew what.',
  },
  {
    id: 'SPLIT-3',
    title: 'Siblings',
    catalogue: ['SPLIT-3'],
    variant: 'dynamo-last-writer',
    against: 'dynamo-vectors',
    faults: [ringCut],
    text: 'D3 and D4 are both written on top of D2 and know nothing of each other. By the clock one of them is gone; with version vectors both wait for D5.',
    soundbite: 'Ask who knew what, not what time it was.',
  },
]
