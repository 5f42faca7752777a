import type { Key } from './json'

/** Thrown inside a statement that meets another transaction's lock; the engine catches it and waits. */
export class Blocked extends Error {
  constructor(
    readonly holder: number,
    readonly table: string,
    readonly key: Key,
  ) {
    super('blocked')
  }
}
