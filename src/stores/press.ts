import type { Param, ParamValues, Press } from '../lessons/definition'
import { virtualUsPerMs } from '../playback/player'
import { allowedValue } from './edits'

/** One press of the button: when, in real ms, and how fast the play head goes then. */
export interface Pressed {
  readonly atMs: number
  readonly speed: number
}

interface Recording {
  readonly values: ParamValues
  /** `10 presses, 3.2 ms apart`. */
  readonly text: string
}

/**
 * Real presses as parameters of the run: how many, and how far apart in virtual time. Between two presses as much
 * of it passes as the play head makes at its speed, whether it moves just now or stands.
 */
export function recordPresses(
  presses: readonly Pressed[],
  { countParam, spacingParam }: Press,
  params: readonly Param[],
): Recording {
  const count = presses.length
  const gaps = presses.slice(1).map(({ atMs, speed }, place) => {
    const before = presses[place]?.atMs ?? atMs
    return ((atMs - before) * speed * virtualUsPerMs) / 1000
  })
  const spacingMs = gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, gaps.length)
  const taken = taking(params, countParam, count)
  const played = taking(params, spacingParam, spacingMs)
  const apart = gaps.length === 0 ? '' : `, ${apartText(spacingMs, played)}`
  return {
    values: { [countParam]: taken, ...(gaps.length > 0 && { [spacingParam]: played }) },
    text: `${count === 1 ? '1 press' : `${count} presses`}${apart}${takenText(count, taken)}`,
  }
}

/** The nearest value that the parameter can have. */
function taking(params: readonly Param[], id: string, value: number): number {
  const param = params.find((candidate) => candidate.id === id)
  return param === undefined ? value : allowedValue(param, value)
}

const rounded = (value: number) => Math.round(value * 10) / 10

function apartText(spacingMs: number, played: number): string {
  const text = `${rounded(spacingMs)} ms apart`
  return Math.abs(spacingMs - played) < 0.6
    ? `${rounded(played)} ms apart`
    : `${text}, played ${rounded(played)} ms apart`
}

const takenText = (count: number, taken: number) => (count === taken ? '' : `; ${taken} are played`)
