import type { Scenario } from '../document/scenario'
import { runOf } from './backend'
import type { Backend } from './backend'
import { sameRun } from './catalogue'
import type { RunRecord } from './catalogue'
import type { RunLocks } from './runLocks'

/** The right to write one run. */
export interface Claim {
  readonly id: string
  /** What is known of the run from before; null for a new one. */
  readonly record: RunRecord | null
  /** Why this is a new run although there is one like it: another tab has it, or nobody can tell. */
  readonly copyBecause: 'elsewhere' | 'unknown' | null
  release(): void
}

const runsKept = 5

/** Claims the newest run of this document that no other tab writes, or a new one. */
export async function claimRun(
  backend: Backend,
  locks: RunLocks,
  scenario: Scenario,
): Promise<Claim> {
  const records = await backend.runs.list()
  let copyBecause: Claim['copyBecause'] = null
  for (const record of records.filter((known) => sameRun(known.scenario, scenario))) {
    const lock = await locks.take(record.id)
    if (typeof lock === 'object')
      return { id: record.id, record, copyBecause: null, release: lock.release }
    copyBecause = lock
  }
  return { ...(await newClaim(locks)), copyBecause }
}

/** Claims a run that nobody has. */
export async function newClaim(locks: RunLocks): Promise<Claim> {
  const id = newRunId()
  const lock = await locks.take(id)
  const release = typeof lock === 'object' ? lock.release : () => {}
  return { id, record: null, copyBecause: null, release }
}

/** Deletes all but the newest runs, and databases that are in no catalogue. Runs of other tabs stay. */
export async function forgetOldRuns(
  backend: Backend,
  locks: RunLocks,
  ownId: string,
): Promise<void> {
  const known = (await backend.runs.list()).map((record) => record.id)
  const names = await backend.names()
  const others = known.filter((id) => id !== ownId)
  const kept = new Set([ownId, ...others.slice(0, runsKept - 1)])
  const old = new Set([...known, ...names.flatMap((name) => runOf(name) ?? [])])
  for (const id of old) if (!kept.has(id)) await forgetRun(backend, locks, id, names)
}

async function forgetRun(
  backend: Backend,
  locks: RunLocks,
  id: string,
  names: readonly string[],
): Promise<void> {
  const lock = await locks.take(id)
  if (typeof lock !== 'object') return
  try {
    for (const name of names) if (runOf(name) === id) await backend.remove(name)
    await backend.runs.remove(id)
  } finally {
    lock.release()
  }
}

function newRunId(): string {
  const words = crypto.getRandomValues(new Uint32Array(2))
  return [...words].map((word) => word.toString(36)).join('')
}
