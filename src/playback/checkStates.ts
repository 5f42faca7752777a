import type { Claim, TraceEvent } from '../engine'
import type { CheckFrame } from './frame'
import { Track } from './track'

/** The state of every check at every event. */
export class CheckStates {
  private readonly tracks = new Map<string, Track<CheckFrame>>()
  private readonly changes = new Track<null>()
  private last: { place: number; frames: ReadonlyMap<string, CheckFrame> } | null = null

  constructor(
    checks: readonly { readonly id: string; readonly claim: Claim }[],
    events: readonly TraceEvent[],
  ) {
    for (const { id, claim } of checks)
      this.enter(-1, id, { state: claim === 'always' ? 'holds' : 'open', sinceUs: 0, why: '' })
    for (const event of events) this.take(event)
  }

  /** The same map as long as no check changes. */
  at(index: number): ReadonlyMap<string, CheckFrame> {
    const place = this.changes.placeAt(index)
    if (this.last?.place !== place) this.last = { place, frames: this.collect(index) }
    return this.last.frames
  }

  private take(event: TraceEvent): void {
    const sinceUs = event.timeUs
    if (event.kind === 'checkBroken')
      this.enter(event.index, event.check, { state: 'broken', sinceUs, why: event.why })
    if (event.kind === 'checkMet')
      this.enter(event.index, event.check, { state: 'holds', sinceUs, why: '' })
    if (event.kind === 'ended' && event.quiescent)
      for (const [check, track] of this.tracks)
        if (track.at(event.index)?.state === 'open')
          this.enter(event.index, check, { state: 'holds', sinceUs, why: '' })
  }

  private enter(index: number, check: string, frame: CheckFrame): void {
    const track = this.tracks.get(check) ?? new Track<CheckFrame>()
    this.tracks.set(check, track)
    track.set(index, frame)
    this.changes.set(index, null)
  }

  private collect(index: number): ReadonlyMap<string, CheckFrame> {
    const frames = new Map<string, CheckFrame>()
    for (const [check, track] of this.tracks) {
      const frame = track.at(index)
      if (frame !== undefined) frames.set(check, frame)
    }
    return frames
  }
}
