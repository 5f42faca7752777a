import { useEffect, useState } from 'react'
import { whenIdle } from '../primitives/whenIdle'

/**
 * Does a list of jobs one at a time, each when the page has nothing else to do, so that it stays smooth.
 *
 * @param jobs the same list for as long as their results are wanted.
 * @returns the results so far, in order.
 */
export function useIdleJobs<T>(jobs: readonly (() => T)[]): readonly T[] {
  const [done, setDone] = useState<{ readonly jobs: unknown; readonly results: readonly T[] }>({
    jobs,
    results: [],
  })
  const results = done.jobs === jobs ? done.results : none
  const next = jobs[results.length]
  useEffect(() => {
    if (next === undefined) return
    return whenIdle(() => setDone({ jobs, results: [...results, next()] }))
  }, [jobs, results, next])
  return results
}

const none: readonly never[] = []
