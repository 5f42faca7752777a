/** A run that this tab may write, or why it may not. */
export type Lock = { readonly release: () => void } | 'elsewhere' | 'unknown'

/** Makes sure that two tabs never write one run. */
export interface RunLocks {
  /** `elsewhere`: another tab writes this run. `unknown`: this browser cannot tell. */
  take(runId: string): Promise<Lock>
}

/** A tab that is just being reloaded needs a moment to let go of its run. */
const patienceMs = 400

/** Web Locks: the browser lets go of them when a tab dies. Only secure pages have them. */
export const webLocks: RunLocks = {
  async take(runId) {
    if (!('locks' in navigator)) return 'unknown'
    return new Promise<Lock>((resolve) => {
      const held = () => new Promise<void>((release) => resolve({ release }))
      const options = { signal: AbortSignal.timeout(patienceMs) }
      navigator.locks.request(`faultline/${runId}`, options, held).catch(() => resolve('elsewhere'))
    })
  },
}
