/** One figure of one variant under every load, in the order of the loads; null where it has none. */
export interface Series {
  readonly title: string
  readonly values: readonly (number | null)[]
}

/** Where two variants change places. */
export interface Crossing {
  /** Lower before, and lower after. */
  readonly before: string
  readonly after: string
  /** Place among the loads, such as 1.5 for half-way from the second to the third. */
  readonly at: number
  readonly load: number
  readonly value: number
}

/** Every place at which two lines cross, in order of load. */
export function crossingsOf(series: readonly Series[], loads: readonly number[]): Crossing[] {
  return series
    .flatMap((one, place) =>
      series.slice(place + 1).flatMap((other) => crossingsOfTwo(one, other, loads)),
    )
    .toSorted((a, b) => a.at - b.at)
}

function crossingsOfTwo(one: Series, other: Series, loads: readonly number[]): Crossing[] {
  const apart = loads.flatMap((_, at) => {
    const [a, b] = [one.values[at], other.values[at]]
    return a == null || b == null || a === b ? [] : [{ at, by: a - b }]
  })
  return apart.flatMap((start, place) => {
    const end = apart[place + 1]
    if (end === undefined || start.by < 0 === end.by < 0) return []
    // Where they are equal in between, they meet in the middle of that.
    const share = end.at - start.at > 1 ? 0.5 : start.by / (start.by - end.by)
    const at = start.at + share * (end.at - start.at)
    const [before, after] = start.by < 0 ? [one, other] : [other, one]
    return {
      before: before.title,
      after: after.title,
      at,
      load: between(loads, at),
      value: between(one.values, at),
    }
  })
}

/** The value of a polyline at a place between its corners. */
export function between(values: readonly (number | null)[], at: number): number {
  const from = Math.floor(at)
  const low = values[from] ?? 0
  const high = values[Math.ceil(at)] ?? low
  return low + (high - low) * (at - from)
}

/** Place of a load among the loads, also between two of them. */
export function placeOf(load: number, loads: readonly number[]): number {
  const above = loads.findIndex((each) => each >= load)
  if (above < 0) return loads.length - 1
  if (above === 0) return 0
  const [low, high] = [loads[above - 1] ?? load, loads[above] ?? load]
  return above - 1 + (load - low) / (high - low)
}

/** Two digits say enough of a crossing between two measured loads. */
const about = (value: number) => String(Number(value.toPrecision(2)))

interface Names {
  /** Of the figure, such as `Time of a list`. */
  readonly figure: string
  /** Of the load, such as `reads`. */
  readonly unit: string
}

/** What the lines say, in a sentence or two. */
export function crossingText(
  series: readonly Series[],
  loads: readonly number[],
  { figure, unit }: Names,
): string {
  const crossings = crossingsOf(series, loads)
  const of = (load: number) => `${about(load)}${unit === '' ? '' : ` ${unit}`}`
  if (crossings.length > 0)
    return crossings
      .slice(0, 3)
      .map(
        ({ before, after, load }) =>
          `${figure}: up to about ${of(load)} ‘${before}’ has the lower figure, beyond that ‘${after}’ has.`,
      )
      .join(' ')
  const range = `from ${loads[0]} to ${of(loads.at(-1) ?? 0)}`
  const lowest = series.find((one) => series.every((other) => isNeverAbove(one, other)))
  return lowest === undefined || series.every((one) => isNeverAbove(one, lowest))
    ? `${figure}: the variants do not change places ${range}.`
    : `${figure}: ‘${lowest.title}’ is never above the others ${range}.`
}

const isNeverAbove = (one: Series, other: Series): boolean =>
  one.values.every((value, at) => {
    const against = other.values[at]
    return value == null || against == null || value <= against
  })
