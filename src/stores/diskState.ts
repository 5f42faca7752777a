import { toMs } from '../engine'
import type { DiskProgress } from '../storage/runDisk'

/** What the transport's disk line shows. */
export interface DiskState {
  /**
   * `off`: nothing is kept. `behind`: commits are written in groups. `failed`: the disk was lost on
   * the way and nothing more is kept.
   */
  readonly state: 'off' | 'ready' | 'writing' | 'behind' | 'failed'
  /** Commits that the head has passed and that are on disk. */
  readonly written: number
  /** Commits that the head has passed. */
  readonly committed: number
  /** Transactions still to be made. */
  readonly backlog: number
  /** All of it in a few words, for the line itself. */
  readonly line: string
  /** All of it in a sentence. */
  readonly text: string
  /** Set while the disk and the run disagree, and somebody has to say which of them is right. */
  readonly question: string | null
}

export const opening: DiskState = {
  state: 'off',
  written: 0,
  committed: 0,
  backlog: 0,
  line: 'Opening the disk',
  text: 'The disk is being opened.',
  question: null,
}

/** Above this many the disk is behind the play head, and the line says how far. */
const backlogShown = 5

export function keeping({ written, committed, backlog }: DiskProgress): DiskState {
  const line = `disk ${written} of ${commits(committed)}`
  const counts = { written, committed, backlog, line, question: null }
  if (backlog === 0) {
    const text = `${commits(committed)} on disk, in this browser's IndexedDB. A killed tab loses nothing; a power cut may.`
    return { ...counts, state: 'ready', text }
  }
  if (backlog <= backlogShown)
    return { ...counts, state: 'writing', text: `${written} of ${commits(committed)} on disk.` }
  const text = `${written} of ${commits(committed)} on disk; ${backlog} more are being written, several in one transaction.`
  return { ...counts, state: 'behind', text }
}

export function asking(question: string): DiskState {
  const text = 'Nothing is written until you have chosen.'
  return { ...opening, line: 'The disk waits for you', text, question }
}

export const unavailable: DiskState = {
  ...opening,
  line: 'Nothing is kept: no storage',
  text: 'Nothing is kept: this browser gives the page no storage. All else works.',
}

export function failedBecause(error: unknown): DiskState {
  const why = isQuota(error) ? 'The disk is full.' : reason(error)
  const text = `Nothing more is kept. ${why} All else works.`
  return { ...opening, state: 'failed', line: 'Nothing more is kept', text }
}

export function goesOn(timeUs: number): string {
  return `This run goes on from ${toMs(timeUs).toFixed(1)} ms, where its disk stands.`
}

export const copyTexts = {
  elsewhere: 'Another tab writes this run, so this tab keeps a copy of its own.',
  unknown:
    'This browser cannot tell whether another tab writes this run, so this tab keeps a copy of its own.',
} as const

function commits(count: number): string {
  return count === 1 ? '1 commit' : `${count} commits`
}

function isQuota(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const inner = 'inner' in error ? error.inner : null
  return error.name === 'QuotaExceededError' || isQuota(inner)
}

function reason(error: unknown): string {
  const text = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  return text === '' || text.endsWith('.') ? text : `${text}.`
}
