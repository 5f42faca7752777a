import type { TraceEvent } from '../engine'
import type { LinkFrame } from './frame'
import { Track } from './track'

/** Links that something has changed, at every event. A link that nothing ever touched is not listed. */
export class LinkStates {
  private readonly states = new Track<readonly LinkFrame[]>()

  constructor(events: readonly TraceEvent[]) {
    const links = new Map<string, LinkFrame>()
    this.states.set(-1, [])
    for (const event of events) {
      if (event.kind !== 'linkChanged') continue
      const { from, to, cut, extraUs, lossPerMille } = event
      links.set(`${from}>${to}`, { from, to, cut, extraUs, lossPerMille })
      this.states.set(event.index, [...links.values()])
    }
  }

  at(index: number): readonly LinkFrame[] {
    return this.states.at(index) ?? []
  }
}
