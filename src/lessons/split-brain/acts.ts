import type { Act } from '../definition'

export const acts: readonly Act[] = [
  {
    id: 'watch',
    title: 'Two copies, one truth',
    text: [
      'A shop keeps its customers’ addresses twice, in the US and in the EU, so that everybody reads nearby. Customers of both sides change addresses 1 to 5; each copy tells the other what is new.',
      'From 100 to 300 ms the cable between them is cut. Nobody crashed, and nobody knows that it is a cut: the other side is simply silent, as a dead one would be.',
    ],
    scenes: [{ label: 'Play the cut', preset: 'SPLIT-1-ap', fromMs: 0, until: 'end' }],
  },
  {
    id: 'predict',
    title: 'Ask both',
    text: [
      'Let us be careful: a write counts only when a **majority** of the copies has agreed to it. With two copies, a majority is two.',
      'Ten customers write during the cut, five on each side.',
    ],
    scenes: [{ label: 'Play up to the cut', preset: 'SPLIT-1', fromMs: 0, until: 'fault' }],
    prediction: {
      question: 'How many of the ten writes will be accepted?',
      options: ['0', '5', '10'],
      answer: 'accepted',
      preset: 'SPLIT-1',
      because:
        'Half of two is not a majority. Each side lacks exactly one vote, so every write is refused: nothing is wrong in the end, and nobody could work.',
    },
  },
  {
    id: 'break',
    title: 'Take them all',
    text: [
      'Then let both sides accept everything and sort it out afterwards. The usual rule is **last writer wins**: each write carries the time of day, and the later time stays.',
      'All ten customers hear «accepted». After the cut the gauge of forgotten writes jumps to 5: five customers were told «accepted», and no copy remembers what they wrote.',
    ],
    scenes: [{ label: 'Later time wins', preset: 'SPLIT-1-ap', fromMs: 0, until: 'broken' }],
    prediction: {
      question: 'How many of the ten acknowledged writes will have vanished?',
      options: ['0', '1', '5', '10'],
      answer: 'vanished',
      preset: 'SPLIT-1-ap',
      because:
        'For each of the five addresses there are two writes that know nothing of each other, and the rule keeps one of them.',
    },
  },
  {
    id: 'why',
    title: 'A clock does not know who knew what',
    text: [
      'Two writes are **concurrent** when neither writer had seen the other’s. No clock can tell which one is right, because neither is later in any sense that matters.',
      'It is worse when clocks differ. Here nothing is cut: an EU customer sees the new address, corrects it, and the EU’s clock is 150 ms behind. The correction counts as the older one and is gone the moment it is accepted.',
    ],
    scenes: [
      { label: 'A clock that runs behind', preset: 'clock-skew', fromMs: 0, until: 'broken' },
    ],
  },
  {
    id: 'fix',
    title: 'Refuse, or remember both',
    text: [
      'A cut is not a choice; what to do while it lasts is. One answer is a third vote, the **witness**: two of three are a majority. The side that reaches the witness takes its 5 writes, the other side refuses its 5 and says so.',
      'The other answer takes all ten and forgets none. A **version vector** counts how many writes of each copy a writer had seen. Where one version has seen the other, it replaces it; where neither has, both stay as **siblings**, and somebody who sees both decides.',
      'In the example of Dynamo’s paper, D3 is `([Sx,2],[Sy,1])` and D4 is `([Sx,2],[Sz,1])`. Both descend from D2, neither from the other. D5 has seen both: `([Sx,3],[Sy,1],[Sz,1])`.',
    ],
    scenes: [
      { label: 'With a witness', preset: 'SPLIT-1-witness', fromMs: 0, until: 'end' },
      {
        label: 'Keep siblings',
        preset: 'SPLIT-1-ap',
        variant: 'version-vectors',
        fromMs: 0,
        until: 'end',
      },
      {
        label: 'D1 to D5',
        preset: 'SPLIT-3',
        variant: 'dynamo-vectors',
        fromMs: 0,
        until: 'end',
      },
    ],
  },
  {
    id: 'limit',
    title: 'What still hurts',
    text: [
      'The witness saves one cut, not two: a region that reaches neither of the others refuses. And «more than half must answer» alone is not yet one truth: copies that overlap (`R + W > N`) can still show an old value or a half-done write. Here a write asks twice, with growing ballots, and names what it has seen.',
      'Siblings are not a solution, they are an honest question: five addresses have two answers each, and somebody has to choose.',
    ],
    scenes: [
      {
        label: 'Five open questions',
        preset: 'SPLIT-1-ap',
        variant: 'version-vectors',
        fromMs: 300,
        until: 'end',
      },
    ],
  },
]
