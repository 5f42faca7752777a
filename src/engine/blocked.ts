import type { Key } from './json'

/**
 * Thrown inside a statement that meets another transaction's lock; the engine catches it and waits.
 * Not an error: nobody needs its stack, which costs more than the wait.
 */
export class Blocked {
  constructor(
    readonly holder: number,
    readonly table: string,
    readonly key: Key,
  ) {}
}
