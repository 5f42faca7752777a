/** What `blank` writes over strings: not a space, so that a string still counts as something. */
const inString = '"'

/**
 * The code with its comments turned to spaces and its strings to quotation marks, every character
 * at its old place: brackets and words found in it are code.
 */
export function blank(lines: readonly SourceLine[]): string {
  const blankToken = ([text, cls]: SourceToken) =>
    cls === 'c' ? ' '.repeat(text.length) : cls === 's' ? inString.repeat(text.length) : text
  return lines.map((line) => line.map(blankToken).join('')).join('\n')
}

const closerOf: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' }

/** Position of the bracket that closes the one at `open`; the end of the code when there is none. */
function closing(code: string, open: number): number {
  const opener = code[open] ?? ''
  const closer = closerOf[opener]
  let depth = 0
  for (let at = open; at < code.length; at++) {
    if (code[at] === opener) depth++
    else if (code[at] === closer && --depth === 0) return at
  }
  return code.length - 1
}

interface Body {
  readonly name: string
  readonly from: number
  readonly to: number
}

/** `function* name(`, `name = function* (`, `name: function* (`, `*name(` and `async *'name'(`. */
const generatorHead =
  /(?:(?:([\w$]+|"+)\s*[:=]\s*)?\bfunction\s*\*\s*([\w$]*)|(?:[{},;]|\n)\s*(?:(?:public|private|protected|static|override|async)\s+)*\*\s*([\w$]+|"+))\s*(?:<[^()]*>)?\s*\(/g

/** Where the body of a function begins whose parameters end at `at`: past a return type, if any. */
function bodyStart(code: string, at: number): number {
  let angles = 0
  let previous = ')'
  for (let i = at + 1; i < code.length; i++) {
    const char = code[i] ?? ''
    if (char === '<') angles++
    else if (char === '>' && previous !== '=') angles--
    else if (char === '{' && angles === 0 && !':|&'.includes(previous)) return i
    else if (char === '(' || char === '{' || char === '[') i = closing(code, i)
    else if (char === ';') return -1
    if (char.trim()) previous = char
  }
  return -1
}

/** Bodies of the generators that have a name; one without belongs to the generator around it. */
function generatorBodies(blanked: string, code: string): Body[] {
  const bodies: Body[] = []
  for (const match of blanked.matchAll(generatorHead)) {
    const parameters = match.index + match[0].length - 1
    const from = bodyStart(blanked, closing(blanked, parameters))
    const found = match[2] || match[3] || match[1]
    if (from < 0 || !found) continue
    const at = match.index + match[0].lastIndexOf(found)
    const name = code.slice(at, at + found.length).replace(/^['"`]|['"`]$/g, '')
    bodies.push({ name, from, to: closing(blanked, from) })
  }
  return bodies
}

/** The string that is the whole first argument of the call opened at `open`, or nothing. */
function firstString(blanked: string, code: string, open: number): string {
  const [all, gap, quoted] = /^\(([ \n]*)("*)[ \n]*(?=[,)])/.exec(blanked.slice(open)) ?? []
  if (!all || !quoted) return ''
  const from = open + 1 + (gap ?? '').length
  return code
    .slice(from, from + quoted.length)
    .trim()
    .slice(1, -1)
    .replace(/\\(.)/g, '$1')
}

const yieldedCall = /\byield\s*\*\s*(?:[\w$]+\s*(?:\?|!)?\.\s*)*([\w$]+)\s*(?:<[^()]*>)?\s*\(/g

/** Every `yield* effect(…)` of a file, in the order in which it is written. */
export function stepsOf(lines: readonly SourceLine[]): SourceStep[] {
  const code = textOf(lines)
  const blanked = blank(lines)
  const bodies = generatorBodies(blanked, code)
  const lineOf = (at: number) => code.slice(0, at).split('\n').length
  return [...blanked.matchAll(yieldedCall)].map((match) => {
    const open = match.index + match[0].length - 1
    const around = bodies.findLast(({ from, to }) => from < match.index && match.index < to)
    return {
      label: firstString(blanked, code, open),
      effect: match[1] ?? '',
      from: lineOf(match.index),
      to: lineOf(closing(blanked, open)),
      fn: around?.name ?? '',
    }
  })
}

/** First line with something on it after the imports; 1 where nothing is imported. */
export function bodyFromOf(lines: readonly SourceLine[]): number {
  const blanked = blank(lines)
  const last = [...blanked.matchAll(/^import\s+(?:[^"]*?\bfrom\s+)?"+/gm)].at(-1)
  if (!last) return 1
  const imported = blanked.slice(0, last.index + last[0].length).split('\n').length
  const next = lines.slice(imported).findIndex((line) => line.some(([text]) => text.trim()))
  return next < 0 ? imported : imported + next + 1
}

/** The plain text of coloured lines. */
export function textOf(lines: readonly SourceLine[]): string {
  return lines.map((line) => line.map(([text]) => text).join('')).join('\n')
}
