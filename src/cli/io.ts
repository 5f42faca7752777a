import type { Run, RunOptions, System } from '../engine'
import type { Result } from '../document/scenario'
import type { Lesson } from '../lessons/definition'

/** What the commands need of the world, so that tests can hand in their own. */
export interface Lab {
  readonly lessons: readonly Lesson[]
  readonly simulate: (system: System, options: RunOptions) => Run
  /** Text of a file; throws when it cannot be read. */
  readonly readFile: (path: string) => string
}

/** What a command says: JSON for standard output, and remarks for whoever is watching. */
export interface Output {
  readonly json: unknown
  readonly remarks: readonly string[]
}

export const refuse = (error: string): Result<never> => ({ ok: false, error })
