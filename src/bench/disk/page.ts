import { createLoop } from '../../playback/loop'
import { openDexieBackend } from '../../storage/dexieBackend'
import { RunDisk } from '../../storage/runDisk'
import { createFilm } from '../../playback/film'
import { offer } from '../offer'
import { checkOutcome, runWorkload, workloadSystem } from '../workload'
import type { Workload } from '../workload'
import { LagMeter } from './lagMeter'
import { wrongRows } from './wrongRows'

export interface DiskQuestion {
  readonly workload: Workload
  /** Real time in which the head goes through the whole run. */
  readonly seconds: number
}

export interface DiskAnswer {
  /** For each local transaction: real ms from the head's passing it to its being on disk. */
  readonly lagsMs: readonly number[]
  /** Local transactions that wrote something. */
  readonly simulated: number
  /** Transactions that IndexedDB has made for them. */
  readonly real: number
  /** Transactions still to be made a moment after the head has stopped. */
  readonly backlog: number
  /** Rows on disk that are not those of the simulation, and the other way round. */
  readonly wrong: number
}

const settlingMs = 250
const runId = 'bench'

offer(async ({ workload, seconds }: DiskQuestion): Promise<DiskAnswer> => {
  const system = workloadSystem(workload)
  const run = runWorkload(workload, true)
  checkOutcome(run, workload)
  const film = createFilm(run, system)
  const meter = new LagMeter(await openDexieBackend(), run, system, runId)
  const disk = new RunDisk(runId, meter.backend, meter)
  disk.use({ run, system, scenario: { v: 1, lesson: 'bench' } }, -1)
  await disk.settled()
  await frames(seconds * 1000, (elapsedMs) => {
    const { index } = film.headAtTime(Math.floor((run.endUs * elapsedMs) / (seconds * 1000)))
    meter.passed(index)
    disk.follow(index)
  })
  await frames(settlingMs, () => {})
  const { backlog } = disk.progress
  await disk.settled()
  const measured = meter.result()
  await disk.stop()
  return { ...measured, backlog, wrong: await wrongRows(runId, run, system) }
})

/** Frame by frame, as the play head moves; the last call is for the whole time. */
function frames(lastingMs: number, show: (elapsedMs: number) => void): Promise<void> {
  const loop = createLoop()
  const startedAt = performance.now()
  return new Promise((resolve) => {
    loop.add(() => {
      const elapsedMs = performance.now() - startedAt
      show(Math.min(elapsedMs, lastingMs))
      if (elapsedMs < lastingMs) return true
      resolve()
      return false
    })
  })
}
