import { carryHead } from './carryHead'
import type { Film, Head } from './frame'

export interface Playing {
  readonly head: Head
  readonly playing: boolean
  /** 1 is the teaching pace; see {@link virtualUsPerMs}. */
  readonly speed: number
}

/**
 * Asked before the head passes events while playing: how far up to `index` it may go now.
 * A disk that must first have the commits on the way answers less, and is asked again in the next tick.
 */
export type Gate = (index: number) => number

interface PlayerOptions {
  readonly film: Film
  readonly show: (now: Playing) => void
  /** Asked at every tick, since a reader may change it at any time. */
  readonly reducedMotion?: () => boolean
}

/** Virtual µs that pass in a real ms at speed 1: 20 virtual ms in a second. */
export const virtualUsPerMs = 20
export const slowest = 0.1
export const fastest = 50

/** Real ms in which a stretch passes at speed 1 in which nothing happens, if it does not pass more quickly anyway. */
export const stillMs = 900

/** Real ms a sentence stays when motion is reduced, at speed 1, and at least at any speed. */
const readableMs = 1500
const readableAtLeastMs = 250

/**
 * Turns real time into movement of the head. It owns no clock: whoever has one calls `tick`.
 * Between ticks a request takes effect at once, so that a script which seeks and then looks sees what it asked for;
 * nothing is drawn before the next tick.
 */
export class Player {
  private film: Film
  private now: Playing = { head: { timeUs: 0, index: -1 }, playing: false, speed: 1 }
  private gate: Gate | null = null
  private untilUs = Infinity
  /** Real ms (or virtual µs when moving) that were too little for a whole move. */
  private rest = 0
  private readonly show: (now: Playing) => void
  private readonly reducedMotion: () => boolean

  constructor({ film, show, reducedMotion = () => false }: PlayerOptions) {
    this.film = film
    this.show = show
    this.reducedMotion = reducedMotion
  }

  get state(): Playing {
    return this.now
  }

  setGate(gate: Gate | null): void {
    this.gate = gate
  }

  /** Another run of the same story: the head stays at its time. */
  setFilm(film: Film): void {
    this.film = film
    this.untilUs = Infinity
    this.set({ head: carryHead(this.now.head, film) })
  }

  /** Another story: paused, where it is told to begin. */
  open(film: Film, head: Head): void {
    this.film = film
    this.goTo(head)
  }

  play(untilUs = Infinity): void {
    const head = this.isAtEnd() ? this.film.headAtIndex(-1) : this.now.head
    this.rest = 0
    this.untilUs = Math.max(untilUs, head.timeUs)
    this.set({ head, playing: true })
  }

  pause(): void {
    this.untilUs = Infinity
    this.set({ playing: false })
  }

  /** Moves the head there, playing on if it was. */
  seek(head: Head): void {
    this.rest = 0
    this.set({ head })
  }

  /** Moves the head there and stops. */
  goTo(head: Head): void {
    this.untilUs = Infinity
    this.set({ head, playing: false })
  }

  setSpeed(speed: number): void {
    if (Number.isFinite(speed)) this.set({ speed: Math.min(Math.max(speed, slowest), fastest) })
  }

  /** @returns whether it wants another tick. */
  tick(elapsedMs: number): boolean {
    if (!this.now.playing) return false
    const wanted = this.reducedMotion() ? this.nextSentence(elapsedMs) : this.further(elapsedMs)
    const due = this.stopped(wanted)
    const head = this.admitted(due)
    const held = head.index < due.index
    const playing = held || !this.isOver(head)
    const { head: before } = this.now
    const moved = head.index !== before.index || head.timeUs !== before.timeUs
    if (moved || !playing) this.set({ head, playing })
    return playing
  }

  private further(elapsedMs: number): Head {
    const { timeUs } = this.now.head
    const dueUs = this.dueUs(timeUs, elapsedMs) + this.rest
    const wholeUs = Math.floor(dueUs)
    this.rest = dueUs - wholeUs
    return wholeUs === 0 ? this.now.head : this.film.headAtTime(timeUs + wholeUs)
  }

  /** Virtual µs that pass in so many real ms: many while nothing happens, but never beyond the next thing that does. */
  private dueUs(timeUs: number, elapsedMs: number): number {
    const usPerMs = virtualUsPerMs * this.now.speed
    const still = this.film.stillAt(timeUs)
    if (still === null) return elapsedMs * usPerMs
    const quickUsPerMs = Math.max(usPerMs, ((still.toUs - still.fromUs) / stillMs) * this.now.speed)
    const leftUs = still.toUs - timeUs
    return elapsedMs * quickUsPerMs <= leftUs ? elapsedMs * quickUsPerMs : leftUs
  }

  private nextSentence(elapsedMs: number): Head {
    const paceMs = Math.max(readableMs / this.now.speed, readableAtLeastMs)
    this.rest += elapsedMs
    if (this.rest < paceMs) return this.now.head
    this.rest = 0
    return this.film.stepFrom(this.now.head, 1)
  }

  private stopped(head: Head): Head {
    return head.timeUs > this.untilUs ? this.film.headAtTime(this.untilUs) : head
  }

  /** As far as the gate lets it: the clock may reach the event that has to wait, the event itself does not happen yet. */
  private admitted(head: Head): Head {
    if (this.gate === null || head.index <= this.now.head.index) return head
    const index = this.gate(head.index)
    if (index >= head.index) return head
    return { index, timeUs: this.film.headAtIndex(index + 1).timeUs }
  }

  private isOver(head: Head): boolean {
    return head.timeUs >= this.untilUs || this.isAtEnd(head)
  }

  private isAtEnd(head: Head = this.now.head): boolean {
    return head.index >= this.film.lastIndex
  }

  private set(change: Partial<Playing>): void {
    this.now = { ...this.now, ...change }
    this.show(this.now)
  }
}
