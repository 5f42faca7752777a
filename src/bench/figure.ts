import { ratioOf, spreadOf } from './statistics'
import type { Spread } from './statistics'

/** One measured figure, with what it must reach. */
export interface Figure {
  /** `part.what`, such as `seek.anywhere`. */
  readonly name: string
  readonly unit: string
  /** What the rounds gave; the middle one is the figure. */
  readonly value: Spread
  /** The same divided by what it was compared with in the same round. */
  readonly ratio?: Spread
  readonly bars: readonly Bar[]
}

/** A limit on the figure or on its ratio; both ends belong to it. */
export interface Bar {
  readonly of: 'value' | 'ratio'
  readonly atLeast?: number
  readonly atMost?: number
}

interface FigureOptions {
  /** What was measured beside it, as many rounds as the figure itself. */
  readonly comparedWith?: readonly number[]
  readonly bars?: readonly Bar[]
}

/** @param rounds one value a round, at least one. */
export function figure(
  name: string,
  unit: string,
  rounds: readonly number[],
  { comparedWith, bars = [] }: FigureOptions = {},
): Figure {
  const value = spreadOf(rounds)
  if (comparedWith === undefined) return { name, unit, value, bars }
  return { name, unit, value, ratio: ratioOf(rounds, comparedWith), bars }
}

export const atLeast = (least: number): Bar => ({ of: 'value', atLeast: least })
export const atMost = (most: number): Bar => ({ of: 'value', atMost: most })
export const ratioAtLeast = (least: number): Bar => ({ of: 'ratio', atLeast: least })
export const ratioAtMost = (most: number): Bar => ({ of: 'ratio', atMost: most })

/**
 * `name value unit ratio [min–max]`. The brackets belong to the ratio; where nothing was compared the
 * ratio is a dash and they belong to the value.
 */
export function lineOf({ name, value, unit, ratio }: Figure): string {
  const { min, max } = ratio ?? value
  const compared = ratio === undefined ? '–' : `×${numberText(ratio.median)}`
  return `${name} ${numberText(value.median)} ${unit} ${compared} [${numberText(min)}–${numberText(max)}]`
}

/** A sentence for every bar that the figure does not reach. */
export function shortfalls(figure: Figure): readonly string[] {
  return figure.bars.flatMap((bar) => {
    const measured = bar.of === 'ratio' ? figure.ratio?.median : figure.value.median
    if (measured === undefined || Number.isNaN(measured))
      return [`${figure.name}: the ${bar.of} was not measured.`]
    const sign = bar.of === 'ratio' ? '×' : ''
    const text = `${sign}${numberText(measured)}`
    if (bar.atLeast !== undefined && measured < bar.atLeast)
      return [`${figure.name}: ${text} is below ${sign}${numberText(bar.atLeast)}.`]
    if (bar.atMost !== undefined && measured > bar.atMost)
      return [`${figure.name}: ${text} is above ${sign}${numberText(bar.atMost)}.`]
    return []
  })
}

/** Three digits that mean something, none that do not. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  const size = Math.abs(value)
  if (size >= 100 || Number.isInteger(value)) return String(Math.round(value))
  return String(Number(value.toPrecision(3)))
}
