import type { System } from '../../engine'

/** A source as one service runs it. */
export interface Listing {
  readonly source: SourceFile
  readonly service: string
  /** Types of the messages the service has a handler for. */
  readonly handled: readonly string[]
}

export function listingOf(source: SourceFile, service: string, system: System): Listing {
  const runner = system.services.find(({ id }) => id === service)
  return { source, service, handled: Object.keys(runner?.handlers ?? {}) }
}

/** A program is written in the generator of its name: `PlaceOrder` in `placeOrder`. */
const home = (program: string) => program.charAt(0).toLowerCase() + program.slice(1)

/** The message type whose handler a step is written in; undefined for other generators. */
export function handledBy({ handled }: Listing, step: SourceStep): string | undefined {
  return handled.find((type) => home(type) === step.fn)
}

/** A generator and those it calls, also through others. */
function reachable(source: SourceFile, from: string): ReadonlySet<string> {
  const found = new Set([from])
  for (const name of found)
    for (const { fn, effect } of source.steps) if (fn === name) found.add(effect)
  return found
}

/**
 * The steps that a program can reach. One that has no generator of its name is written in another
 * file, or in a generator that is no other message's.
 */
export function stepsOfProgram(listing: Listing, program: string): readonly SourceStep[] {
  const { steps } = listing.source
  const name = home(program)
  if (!steps.some(({ fn }) => fn === name))
    return steps.filter((step) => handledBy(listing, step) === undefined)
  const within = reachable(listing.source, name)
  return steps.filter(({ fn }) => within.has(fn))
}
