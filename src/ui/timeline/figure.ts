/** A figure as it is shown: no more than one decimal. */
export const figureText = (value: number): string => String(Math.round(value * 10) / 10)

/** `7 rows`, `0.5 s`, or the bare figure. */
export const withUnit = (value: number, unit: string): string =>
  unit === '' ? figureText(value) : `${figureText(value)} ${unit}`

/** How far along, in whole per cent; what is not done is never called so. */
export function percentOf(value: number, whole: number): number {
  if (whole <= 0) return 100
  const percent = Math.floor((value / whole) * 100)
  return Math.min(100, Math.max(0, percent))
}
