import type { RunDisk } from '../storage/runDisk'
import type { PlaygroundApi, PlaygroundState } from './playground.types'

/** What the disk needs of a playground. */
export type FollowedPlayground = Pick<
  PlaygroundApi,
  'subscribe' | 'playback' | 'seekIndex' | 'notify'
> & { readonly getState: () => Followed }

export type Followed = Pick<PlaygroundState, 'lesson' | 'scenario' | 'system' | 'run'>

const savingEveryMs = 1_000

interface FollowerReport {
  /** The head has moved, or more is on disk. */
  changed(): void
  /** Another lesson was opened: this run is over. */
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
  #awake = false
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
      this.#playground.subscribe(() => this.#wake()),
      this.#playground.playback.subscribe(() => this.#wake()),
      () => removeEventListener('pagehide', this.#save),
    ]
    this.#disk.use(this.#followed, this.#head)
  }

  /** Notes where the head stands and looks away. */
  async stop(): Promise<void> {
    for (const unsubscribe of this.#subscriptions) unsubscribe()
    this.#subscriptions = []
    clearTimeout(this.#timer)
    await this.#disk.save(this.#head)
  }

  /** See `Disk.admit`. */
  admit(index: number): number {
    this.#asked = index
    this.#follow()
    return this.#disk.reached(index, this.#head)
  }

  /** Looks when the command is over: it may change the head first and the run after. */
  #wake(): void {
    if (this.#awake) return
    this.#awake = true
    queueMicrotask(() => {
      this.#awake = false
      if (this.#subscriptions.length > 0) this.#look()
    })
  }

  #look(): void {
    const state = this.#playground.getState()
    const { lesson, run } = this.#followed
    if (state.lesson.id !== lesson.id) return this.#report.left()
    this.#followed = state
    const { head, playing } = this.#playground.playback.getState()
    if (!playing || head.index < this.#head || state.run !== run) this.#asked = -1
    this.#head = head.index
    if (state.run !== run) this.#disk.use(state, head.index)
    this.#follow()
    if (this.#playing && !playing) this.#save()
    else this.#timer ??= setTimeout(this.#save, savingEveryMs)
    this.#playing = playing
  }

  #follow(): void {
    this.#disk.follow(Math.max(this.#head, this.#asked))
    this.#report.changed()
  }

  readonly #save = (): void => {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#disk.save(this.#head).catch((error: unknown) => this.#report.failed(error))
  }
}
