import { describeFault } from '../document/describeFault'
import { namesOf } from '../document/names'
import type { Scenario } from '../document/scenario'
import { canonicalJson, formatMs } from '../engine'
import type { Fault } from '../engine'
import type { Notice } from './playground.types'
import type { Staged } from './staging'

export type Remark = Pick<Notice, 'tone' | 'text'>

interface Told {
  readonly scenario: Scenario
  readonly staged: Staged
}

/** What is worth saying after a document has been run again; nothing when all goes as one would expect. */
export function remarkOn(before: Told | null, after: Told): Remark | null {
  const troubles = [...newlyMissed(before, after), ...newUnrest(before, after)]
  if (troubles.length > 0) return { tone: 'warning', text: troubles.join(' ') }
  return before === null ? null : addedFault(before, after)
}

function newlyMissed(before: Told | null, after: Told): string[] {
  const known = new Set(
    before === null ? [] : missed(before).map(({ fault }) => canonicalJson(fault)),
  )
  const names = namesOf(after.staged.system)
  return missed(after)
    .filter(({ fault }) => !known.has(canonicalJson(fault)))
    .map(({ fault, why }) => `This did not happen: ${describeFault(fault, names)} ${why}`)
}

function newUnrest(before: Told | null, { staged }: Told): string[] {
  const unrest = unrestOf(staged)
  return unrest === '' || (before !== null && unrest === unrestOf(before.staged)) ? [] : [unrest]
}

/** When the fault that was just added happens. */
function addedFault(before: Told, { scenario, staged }: Told): Remark | null {
  const faults = scenario.faults ?? []
  const fault = faults.at(-1)
  if (fault === undefined || faults.length !== (before.scenario.faults ?? []).length + 1)
    return null
  const report = staged.run.faults.find((candidate) => candidate.fault === faults.length - 1)
  if (report?.timeUs === undefined) return null
  const text = describeFault(fault, namesOf(staged.system))
  const when = 'timeMs' in fault.at ? '' : `At ${formatMs(report.timeUs)} ms: `
  return { tone: 'info', text: when + text }
}

function missed({ scenario, staged }: Told): { readonly fault: Fault; readonly why: string }[] {
  return (scenario.faults ?? []).flatMap((fault, place) => {
    const report = staged.run.faults.find((candidate) => candidate.fault === place)
    if (fault.off === true || report === undefined || report.applied) return []
    return [{ fault, why: report.why ?? '' }]
  })
}

function unrestOf({ run }: Staged): string {
  switch (run.ended) {
    case 'quiet':
      return ''
    case 'stuck':
      return `The run never becomes quiet. ${run.endedWhy}`
    case 'step limit':
    case 'time limit':
    case 'queue limit':
      return run.endedWhy
  }
}
