import { canonicalJson } from '../engine'
import type { Scenario } from '../document/scenario'
import type { DatabaseShape } from './shape'

/** What is known of a run that has databases. Another version of this page may have written it. */
export interface RunRecord {
  readonly schema: 1
  readonly id: string
  /** With the cursor where the head stood when this was written. */
  readonly scenario: Scenario
  readonly digest: string
  /** Trace index of that head. */
  readonly index: number
  readonly databases: Readonly<Record<string, DatabaseShape>>
  /** Wall time in ms since 1970. */
  readonly updatedAt: number
}

/** The list of runs. */
export interface Catalogue {
  /** Newest first; records that cannot be read are left out. */
  list(): Promise<readonly RunRecord[]>
  save(record: RunRecord): Promise<void>
  remove(id: string): Promise<void>
}

/** The record, if this version of the page can read it. */
export function readRecord(value: unknown): RunRecord | null {
  if (typeof value !== 'object' || value === null) return null
  const record = value as Partial<Record<keyof RunRecord, unknown>>
  const readable =
    record.schema === 1 &&
    typeof record.id === 'string' &&
    isScenario(record.scenario) &&
    typeof record.digest === 'string' &&
    Number.isInteger(record.index) &&
    typeof record.updatedAt === 'number' &&
    typeof record.databases === 'object' &&
    record.databases !== null
  return readable ? (value as RunRecord) : null
}

function isScenario(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { v, lesson } = value as Partial<Scenario>
  return v === 1 && typeof lesson === 'string'
}

/** Whether two documents make the same run, wherever their heads stand and whatever they are called. */
export function sameRun(a: Scenario, b: Scenario): boolean {
  return canonicalJson(what(a)) === canonicalJson(what(b))
}

/** Whether a document asks for nothing in particular but its lesson. */
export function isPlain(scenario: Scenario): boolean {
  return sameRun(scenario, { v: 1, lesson: scenario.lesson })
}

function what({ v, lesson, variant, params, seed, faults }: Scenario) {
  return { v, lesson, variant, params: params ?? {}, seed: seed ?? 1, faults: faults ?? [] }
}
