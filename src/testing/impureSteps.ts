import type { Effect, HandlerLog, Operation, Outcome, Run } from '../engine'
import { canonicalJson, rebuild } from '../engine'

/**
 * Steps at which a handler, rebuilt from its inputs, asks for something else than it did in the run: it has
 * used something that it did not get through an effect. Needs a run that keeps inputs.
 */
export function impureSteps({ handlerLogs }: Run): string[] {
  return handlerLogs.flatMap((log) => {
    const found = firstImpureStep(log)
    return found === null ? [] : [found]
  })
}

function firstImpureStep(log: HandlerLog): string | null {
  const { generator } = rebuild(log, 0)
  for (const [index, effect] of log.effects.entries()) {
    const again = next(generator, log.inputs[index])
    const [was, is] = [shown(effect), shown(again)]
    if (was !== is)
      return `${log.service}, ${log.program}, step ${index + 1}: ${was}, rebuilt ${is}`
  }
  return null
}

function next(generator: Operation<unknown>, input: Outcome | undefined): Effect | null {
  const result =
    input !== undefined && 'failure' in input
      ? generator.throw(input.failure)
      : generator.next(input?.value)
  return result.done === true ? null : result.value
}

/** An effect without its body, which is code. */
function shown(effect: Effect | null): string {
  return effect === null ? 'its end' : canonicalJson({ ...effect, body: undefined })
}
