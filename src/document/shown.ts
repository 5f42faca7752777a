/** A stranger's value in a sentence: short, on one line, and never more than its kind when it is large. */
export function shown(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return `“${clipped(oneLine(value))}”`
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value)
    case 'undefined':
      return 'left empty'
    case 'object':
      return value === null ? 'null' : Array.isArray(value) ? 'a list' : 'an object'
    case 'function':
    case 'symbol':
      return `a ${typeof value}`
  }
}

/** Without line breaks and other control characters, which would split a one-line error. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
}

function clipped(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40).replace(/[\ud800-\udbff]$/, '')}…` : text
}
