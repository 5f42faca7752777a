/** Small things kept between visits. Without storage (private mode, a foreign frame) nothing is kept and nothing fails. */
export function readKept(name: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(name)) ?? '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

export function keep(name: string, value: object): void {
  try {
    localStorage.setItem(keyOf(name), JSON.stringify(value))
  } catch {
    // Nothing is kept then; the page works all the same.
  }
}

const keyOf = (name: string) => `faultline.${name}`

/** `value` if it is one of those allowed, else the default. */
export const oneOf = <T>(value: unknown, allowed: readonly T[], otherwise: T): T =>
  allowed.find((choice) => choice === value) ?? otherwise
