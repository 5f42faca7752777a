import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import { checkAgainstLesson } from '../document/checkAgainstLesson'
import { normalise } from '../document/normalise'
import type { Scenario } from '../document/scenario'
import { ms } from '../engine'
import type { Lesson } from '../lessons/definition'
import type { Film, Frame, Head } from '../playback/frame'
import type { Loop } from '../playback/loop'
import { Player } from '../playback/player'
import { documentCommands } from './documentCommands'
import type { Edit } from './edits'
import { back, beginHistory, forward, record } from './history'
import type { History } from './history'
import { playbackCommands } from './playbackCommands'
import type { Notice, PlaybackState, PlaygroundApi, PlaygroundState } from './playground.types'
import { presetOf } from './presets'
import { remarkOn } from './remarks'
import { selectionIn } from './selection'
import { isSameRun, stage } from './staging'
import type { Simulate, Staged } from './staging'
import { verdictRemark } from './verdict'

interface PlaygroundOptions {
  /** Opened until something else is. */
  readonly lesson: Lesson
  /** Finds another lesson that can be opened. */
  readonly lessonById?: (id: string) => Lesson | undefined
  readonly simulate: Simulate
  /** Moves the head while playing. Without one nothing moves by itself. */
  readonly loop?: Loop
  readonly reducedMotion?: () => boolean
  /** Told of a document that could not be run, which is a bug in a lesson or in the engine. */
  readonly onFailure?: (error: unknown, scenario: Scenario) => void
}

export function createPlayground(options: PlaygroundOptions): PlaygroundApi {
  return new Playground(options).api
}

/** Joins the document with its history, its run, the player and the selection. */
class Playground {
  readonly api: PlaygroundApi
  private readonly options: PlaygroundOptions
  private readonly store: StoreApi<PlaygroundState>
  private readonly playback: StoreApi<PlaybackState>
  private readonly player: Player
  private history: History<Scenario>
  private film: Film
  private shown: { readonly film: Film; readonly head: Head; readonly frame: Frame } | null = null
  private notices = 0

  constructor(options: PlaygroundOptions) {
    this.options = options
    const { lesson } = options
    this.history = beginHistory(blank(lesson))
    const staged = stage(this.history.now, lesson, options.simulate)
    this.film = staged.film
    this.store = createStore<PlaygroundState>(() => ({
      ...this.described(lesson, staged),
      selection: null,
      notice: null,
    }))
    const show = (now: PlaybackState) => {
      this.playback.setState(now, true)
      options.loop?.wake()
    }
    const reducedMotion = options.reducedMotion ?? (() => false)
    this.player = new Player({ film: this.film, show, reducedMotion })
    this.playback = createStore<PlaybackState>(() => this.player.state)
    options.loop?.add((elapsedMs) => this.player.tick(elapsedMs))
    this.api = this.makeApi()
  }

  private makeApi(): PlaygroundApi {
    const { store, playback, player } = this
    const notify = (tone: Notice['tone'], text: string) => this.notify(tone, text)
    return {
      getState: store.getState,
      subscribe: store.subscribe,
      playback: { getState: playback.getState, subscribe: playback.subscribe },
      frame: () => this.frame(),
      setGate: (gate) => player.setGate(gate),
      notify,
      dismiss: (id) => this.dismiss(id),
      select: (selection) => store.setState({ selection }),
      openLesson: (id) => this.open({ v: 1, lesson: id }, 0),
      openScenario: (scenario, cursorMs) => this.open(scenario, cursorMs ?? scenario.cursorMs ?? 0),
      undo: () => this.travel(back(this.history)),
      redo: () => this.travel(forward(this.history)),
      ...documentCommands({
        getState: store.getState,
        edit: (edit) => this.edit(edit),
        refuse: (text) => notify('error', text),
        rewind: () => player.goTo(this.film.headAtTime(0)),
      }),
      ...playbackCommands(
        player,
        () => this.film,
        (text) => notify('info', text),
      ),
    }
  }

  private frame(): Frame {
    const { head } = this.player.state
    if (this.shown?.film !== this.film || this.shown.head !== head)
      this.shown = { film: this.film, head, frame: this.film.frameAt(head) }
    return this.shown.frame
  }

  private notify(tone: Notice['tone'], text: string): void {
    this.store.setState({ notice: { tone, text, id: ++this.notices } })
  }

  private dismiss(id: Notice['id']): void {
    if (this.store.getState().notice?.id === id) this.store.setState({ notice: null })
  }

  private open(scenario: Scenario, cursorMs: number): void {
    const lesson = this.lessonById(scenario.lesson)
    if (lesson === undefined)
      return this.notify(
        'error',
        `There is no lesson “${scenario.lesson}”. Choose one from the list.`,
      )
    const checked = checkAgainstLesson(scenario, lesson)
    if (!checked.ok) return this.notify('error', checked.error)
    const opened = normalise(scenario, lesson)
    const staged = this.tryStage(opened, lesson)
    if (staged === null) return
    this.history = beginHistory(opened)
    this.film = staged.film
    this.player.open(staged.film, staged.film.headAtTime(ms(cursorMs)))
    this.store.setState({ ...this.described(lesson, staged), selection: null, notice: null })
    const remark =
      remarkOn(null, { scenario: opened, staged }) ?? verdictRemark(this.store.getState())
    if (remark !== null) this.notify(remark.tone, remark.text)
  }

  private lessonById(id: string): Lesson | undefined {
    return id === this.options.lesson.id ? this.options.lesson : this.options.lessonById?.(id)
  }

  private edit(edit: Edit): void {
    const { lesson, scenario } = this.store.getState()
    const { digest: _digest, cursorMs: _cursorMs, ...rest } = scenario
    const next = normalise(edit(rest, lesson), lesson)
    if (JSON.stringify(next) !== JSON.stringify(normalise(rest, lesson)))
      this.travel(record(this.history, next))
  }

  /** Goes to another document of the history and runs it; the head stays at its time. */
  private travel(history: History<Scenario> | null): void {
    if (history === null) return
    const before = this.store.getState()
    const { lesson, film, selection } = before
    const staged = this.tryStage(history.now, lesson)
    if (staged === null) return
    this.history = history
    this.film = staged.film
    if (staged.film !== film) this.player.setFilm(staged.film)
    this.store.setState({
      ...this.described(lesson, staged),
      selection: selectionIn(staged.film, selection, film),
    })
    this.tellAbout(before, staged)
  }

  private tellAbout(before: PlaygroundState, staged: Staged): void {
    const told = { scenario: before.scenario, staged: before }
    const remark = remarkOn(told, { scenario: this.history.now, staged })
    if (remark !== null) this.notify(remark.tone, remark.text)
  }

  /** The run of a document; the present one when nothing that makes it has changed. */
  private tryStage(scenario: Scenario, lesson: Lesson): Staged | null {
    const { lesson: shown, scenario: present, system, run, film } = this.store.getState()
    if (lesson === shown && isSameRun(scenario, present)) return { system, run, film }
    try {
      return stage(scenario, lesson, this.options.simulate)
    } catch (error) {
      this.options.onFailure?.(error, scenario)
      this.notify('error', `This could not be run, so nothing was changed. ${reason(error)}`)
      return null
    }
  }

  private described(lesson: Lesson, staged: Staged): Omit<PlaygroundState, 'selection' | 'notice'> {
    const { now: scenario, past, undone } = this.history
    const { digest } = scenario
    return {
      lesson,
      scenario,
      ...staged,
      preset: presetOf(scenario, lesson),
      canUndo: past.length > 0,
      canRedo: undone.length > 0,
      verdict: digest === undefined ? null : digest === staged.run.digest ? 'same' : 'different',
    }
  }
}

function blank(lesson: Lesson): Scenario {
  return { v: 1, lesson: lesson.id }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
