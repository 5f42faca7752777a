import { useEffect, useState } from 'react'
import { whenIdle } from '../primitives/whenIdle'

/**
 * Does a list of jobs one at a time, each when the page has nothing else to do, so that it stays smooth.
 *
 * @param jobs the same list for as long as their results are wanted.
 * @returns the results so far, in order; null for a job that failed, which is reported.
 */
export function useIdleJobs<T>(jobs: readonly (() => T)[]): readonly (T | null)[] {
  const [done, setDone] = useState<{
    readonly jobs: unknown
    readonly results: readonly (T | null)[]
  }>({
    jobs,
    results: [],
  })
  const results = done.jobs === jobs ? done.results : none
  const next = jobs[results.length]
  useEffect(() => {
    if (next === undefined) return
    return whenIdle(() => setDone({ jobs, results: [...results, tried(next)] }))
  }, [jobs, results, next])
  return results
}

const none: readonly never[] = []

/** One run that cannot be made must not keep the others from being shown. */
function tried<T>(job: () => T): T | null {
  try {
    return job()
  } catch (error) {
    reportError(error)
    return null
  }
}
