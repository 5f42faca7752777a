/** A mistake of whoever wrote the system (not of the run): what is wrong, and a remark on how to mend it. */
export class EngineError extends Error {
  override readonly name = 'EngineError'
  constructor(
    message: string,
    readonly remark: string = '',
    /** The message already says which handler and step it was. */
    readonly blamed: boolean = false,
  ) {
    super(remark === '' ? message : `${message}\n${remark}`)
  }
}

/** Stops on a bug of our own; never used for what a run or a user may do. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${message}`)
}
