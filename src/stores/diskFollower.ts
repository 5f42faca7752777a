import type { RunDisk } from '../storage/runDisk'
import type { PlaygroundApi, PlaygroundState } from './playground.types'

/** What the disk needs of a playground. */
export type FollowedPlayground = Pick<
  PlaygroundApi,
  'subscribe' | 'playback' | 'seekIndex' | 'notify'
> & { readonly getState: () => Followed }

export type Followed = Pick<PlaygroundState, 'lesson' | 'scenario' | 'system' | 'run'>

const savingEveryMs = 1_000

export interface FollowerReport {
  /** The head has moved, or more is on disk. */
  changed(): void
  /** Another lesson was opened: this run is over, and the follower has stopped. */
  left(): void
  failed(error: unknown): void
}

/** Keeps the databases of one run where the play head is, and notes where that was. */
export class DiskFollower {
  readonly #playground: FollowedPlayground
  readonly #disk: RunDisk
  readonly #report: FollowerReport
  #followed: Followed
  #head: number
  /** How far the player wants to go while its head still waits. */
  #asked = -1
  #playing = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #subscriptions: readonly (() => void)[] = []

  constructor(playground: FollowedPlayground, disk: RunDisk, report: FollowerReport) {
    this.#playground = playground
    this.#disk = disk
    this.#report = report
    this.#followed = playground.getState()
    this.#head = playground.playback.getState().head.index
  }

  start(): void {
    addEventListener('pagehide', this.#save)
    this.#subscriptions = [
      this.#playground.subscribe(() => this.#onState()),
      this.#playground.playback.subscribe(() => this.#onHead()),
      () => removeEventListener('pagehide', this.#save),
    ]
    this.#disk.use(this.#followed, this.#head)
  }

  stop(): void {
    for (const unsubscribe of this.#subscriptions) unsubscribe()
    this.#subscriptions = []
    clearTimeout(this.#timer)
  }

  /** See `Disk.admit`. */
  admit(index: number): number {
    this.#asked = index
    this.#follow()
    return Math.max(this.#head, this.#disk.reached(index))
  }

  #onState(): void {
    const state = this.#playground.getState()
    const { lesson, run } = this.#followed
    this.#followed = state
    if (state.lesson.id !== lesson.id) {
      this.stop()
      this.#report.left()
    } else if (state.run !== run) {
      this.#asked = -1
      this.#head = this.#playground.playback.getState().head.index
      this.#disk.use(state, this.#head)
      this.#report.changed()
    }
  }

  #onHead(): void {
    const { head, playing } = this.#playground.playback.getState()
    if (!playing || head.index < this.#head) this.#asked = -1
    if (!playing && this.#playing) this.#save()
    else this.#timer ??= setTimeout(this.#save, savingEveryMs)
    this.#playing = playing
    this.#head = head.index
    this.#follow()
  }

  #follow(): void {
    this.#disk.follow(Math.max(this.#head, this.#asked))
    this.#report.changed()
  }

  readonly #save = (): void => {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const { head } = this.#playground.playback.getState()
    this.#disk
      .save(head.index, head.timeUs / 1000)
      .catch((error: unknown) => this.#report.failed(error))
  }
}
