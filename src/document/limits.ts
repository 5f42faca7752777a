/**
 * Bounds of a scenario document. A link comes from a stranger: everything in it has an end. They are its own and
 * not the engine's, and only ever grow, so that what was valid once stays valid.
 */
export const limits = {
  faults: 200,
  params: 64,
  /** Characters of one name, label or title. */
  text: 200,
  /** Characters of all of them together. */
  allText: 50_000,
  /** Services on one side of a network partition. */
  names: 32,
  /** Virtual time, in ms. */
  timeMs: 3_600_000,
  /** Largest size of a parameter's value. */
  value: 1_000_000_000,
  /** Largest `nth` of a moment. */
  nth: 1_000_000,
  seed: 0xffff_ffff,
} as const
