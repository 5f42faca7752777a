import type { Act } from '../definition'

export const acts: readonly Act[] = [
  {
    id: 'watch',
    title: 'Two copies, one truth',
    text: [
      'A shop keeps its customers’ addresses twice, in the US and in the EU, so that everybody reads nearby. Customers of both sides change addresses 1 to 5; each copy tells the other what is new.',
      'From 100 to 300 ms the cable between them is cut, a **network partition**. Nobody has crashed, and nobody can know that it is a cut: the other side is simply silent, as a dead one would be. When each side takes itself for the only one left, that is a **split brain**.',
      'At GitHub, in October 2018, 43 seconds of such a cut cost 24 hours and 11 minutes of degraded service, because both coasts held writes that the other one did not have.',
    ],
    scenes: [{ label: 'Play the cut', preset: 'SPLIT-1-ap', fromMs: 0, until: 'end' }],
  },
  {
    id: 'predict',
    title: 'Ask both',
    text: [
      'Let us be careful: a write counts only when a **majority** of the copies has agreed to it. Ten customers write during the cut, five on each side.',
    ],
    scenes: [{ label: 'Play up to the cut', preset: 'SPLIT-1', fromMs: 0, until: 'fault' }],
    prediction: {
      question: 'With two copies: how many of the ten writes will be accepted?',
      options: ['0', '5', '10'],
      answer: 'accepted',
      preset: 'SPLIT-1',
      because:
        'A majority of two is two. Each side lacks one vote, so every write is refused. No row is wrong in the end, and nobody could work: safe is one promise, available is another, and they have checks of their own.',
    },
  },
  {
    id: 'break',
    title: 'Take them all',
    text: [
      'Then let both sides accept everything and sort it out afterwards. The usual rule is **last writer wins**: each write carries the time of day, and the later time stays.',
      'All ten customers hear «accepted». When the cable is back, watch the gauge of forgotten writes.',
      'Another rule forgets nothing: unite what both sides have. It suits a shopping cart, until somebody has taken something **out**. On one side the book is gone, on the other it still lies there, so in the united cart it is back.',
    ],
    scenes: [
      { label: 'The later time wins', preset: 'SPLIT-1-ap', fromMs: 0, until: 'broken' },
      { label: 'Unite two carts', preset: 'SPLIT-5', fromMs: 0, until: 'end' },
    ],
    prediction: {
      question: 'How many of the ten acknowledged writes will have vanished?',
      options: ['0', '1', '5', '10'],
      answer: 'vanished',
      preset: 'SPLIT-1-ap',
      because:
        'For each of the five addresses there are two writes that know nothing of each other, and the rule keeps one of them. Five customers were told «accepted», and no copy remembers what they wrote.',
    },
  },
  {
    id: 'why',
    title: 'Nobody has the time',
    text: [
      'Two writes are **concurrent** when neither writer had seen the other’s. No clock can tell which one is right, and clocks differ: with the EU’s 150 ms behind, a customer who corrects an address he has just read writes «earlier» than what he corrects. The correction is gone the moment it is accepted, without any cut.',
      'Time fails leaders as well. A lock service grants a **lease**, a right that ends by itself, so that a dead leader does not block the others. Worker 1 has the lease and is **paused**, as by a garbage collection; a crash would have made it forget its plan, a pause does not. The lease ends, Worker 2 takes over and writes, and Worker 1 wakes up and goes on, as if no time had passed.',
    ],
    scenes: [
      { label: 'A clock that runs behind', preset: 'clock-skew', fromMs: 0, until: 'broken' },
      { label: 'Two leaders', preset: 'SPLIT-6', fromMs: 0, until: 'end' },
    ],
    prediction: {
      question:
        'Worker 1 now looks at its watch right before it writes. How many writes of a former leader will storage take?',
      options: ['0', '1'],
      answer: 'zombieWrites',
      preset: 'SPLIT-6-checked',
      because:
        'It looked in time and stood still after the look. However late it looks, there is always a between, and a pause fits into it.',
    },
  },
  {
    id: 'fix',
    title: 'Refuse, remember both, or fence',
    text: [
      'A cut is not a choice; what to do while it lasts is. One answer is a third vote, the **witness**: two of three are a majority. The side that reaches the witness takes its 5 writes, the other side refuses its 5 and says so.',
      'The other answer takes all ten and forgets none. A **version vector** counts how many writes of each copy a writer had seen. A version that has seen another replaces it; where neither has, both stay, as **siblings**. In the example of Dynamo’s paper, three copies Sx, Sy and Sz take five writes, D1 to D5: D3 is `([Sx,2],[Sy,1])` and D4 is `([Sx,2],[Sz,1])`: both descend from D2, neither from the other. D5 has seen both and is `([Sx,3],[Sy,1],[Sz,1])`.',
      'Some data can be built so that it merges by itself. In an **OR-set** every click that puts something in has a tag, and taking out means the tags one has seen. And for leaders: the lease’s number, the **fencing token**, goes along with every write, and **storage** refuses 33 when it has seen 34.',
    ],
    scenes: [
      { label: 'With a witness', preset: 'SPLIT-1-witness', fromMs: 0, until: 'end' },
      {
        label: 'Siblings, D1 to D5',
        preset: 'SPLIT-3',
        variant: 'dynamo-vectors',
        fromMs: 0,
        until: 'end',
      },
      { label: 'A cart of tags', preset: 'SPLIT-5', variant: 'or-set', fromMs: 0, until: 'end' },
      {
        label: 'The book put in again',
        preset: 'SPLIT-5-again',
        variant: 'or-set',
        fromMs: 0,
        until: 'end',
      },
      { label: '33 after 34', preset: 'SPLIT-6', variant: 'fencing', fromMs: 0, until: 'end' },
    ],
    prediction: {
      question:
        'During the cut the US customer takes the book out and the EU customer puts a pen in. What is in the OR-set cart afterwards?',
      options: ['empty', 'pen', 'book', 'book, pen'],
      answer: 'cart',
      preset: 'SPLIT-5',
      variant: 'or-set',
      because:
        'The EU’s cart still had the book, but nobody had put it in anew: its only tag is out. Had the EU customer put the book in again, that click would have a tag of its own, and the book would stay. Add wins; that is a rule somebody has chosen.',
    },
  },
  {
    id: 'limit',
    title: 'To converge is not to be right',
    text: [
      'Such merging data types are called **CRDTs**. They promise that all copies end alike, and nothing about what is in them. A **PN-counter** adds up what each region has added and sold: six pieces, ten sales.',
      '**Escrow** shares the stock out before the cut, three pieces each. Nobody can oversell, at a price: a region that has sold its share refuses buyers, although pieces lie in the other.',
      'The rest is honest too. The witness saves one cut, not two. Siblings are a question that somebody has to answer. An OR-set has to remember every tag that was taken out. And «more than half answered», `R + W > N`, makes reads and writes overlap, which alone is not one truth: a half-done write may be seen and then not be seen. Our majority asks twice, under growing ballots, and every write names what its writer had seen.',
    ],
    scenes: [
      { label: 'Ten sales, six pieces', preset: 'SPLIT-1-stock', fromMs: 0, until: 'end' },
      {
        label: 'Refused, with stock elsewhere',
        preset: 'allowance',
        variant: 'escrow',
        fromMs: 0,
        until: 'end',
      },
    ],
    prediction: {
      question:
        'Six pieces, five buyers on each side of the cut. What stock will both counters agree on?',
      options: ['-4', '0', '1', '6'],
      answer: 'stock',
      preset: 'SPLIT-1-stock',
      because:
        'Each side saw six pieces and sold five. The copies agree on the sum, 6 − 10, without any conflict: a counter knows no zero.',
    },
  },
]
