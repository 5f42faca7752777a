import { suggestion } from '../document/didYouMean'
import type { Result } from '../document/scenario'
import { shown } from '../document/shown'
import { refuse } from './io'

/** Flags that `run` and `points` take: with one value, with any number of values, with none. */
const single = ['variant', 'preset', 'seed', 'link', 'file'] as const
const repeated = ['set', 'fault'] as const
const bare = ['trace'] as const
const known: readonly string[] = [...single, ...repeated, ...bare]

type Single = (typeof single)[number]
type Repeated = (typeof repeated)[number]

/** The command line of `run` or `points`, taken apart and not yet understood. */
export interface Args {
  readonly lesson: string | undefined
  readonly single: Readonly<Partial<Record<Single, string>>>
  readonly repeated: Readonly<Record<Repeated, readonly string[]>>
  readonly trace: boolean
}

/** Takes `--flag value` and `--flag=value`, in any order. */
export function parseArgs(words: readonly string[]): Result<Args> {
  const args = new Collector()
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (!word.startsWith('--')) {
      if (args.lesson !== undefined)
        return refuse(
          `There is one lesson too many, ${shown(word)}: name one, and its options with “--”.`,
        )
      args.lesson = word
      continue
    }
    const [, flag = '', , inline] = /^--([^=]*)(=(.*))?$/s.exec(word) ?? []
    const takesNext = inline === undefined && !isOne(bare, flag)
    const value = takesNext ? words[++at] : inline
    const error = args.take(flag, value)
    if (error !== undefined) return refuse(error)
  }
  return { ok: true, value: args }
}

class Collector implements Args {
  lesson: string | undefined
  readonly single: Partial<Record<Single, string>> = {}
  readonly repeated: Record<Repeated, string[]> = { set: [], fault: [] }
  trace = false

  /** Returns what is wrong, if anything. */
  take(flag: string, value: string | undefined): string | undefined {
    if (isOne(bare, flag)) return this.takeBare(flag, value)
    if (!isOne(single, flag) && !isOne(repeated, flag))
      return `There is no flag ${shown(`--${flag}`)}${suggestion(flag, known)}`
    if (value === undefined) return `--${flag} needs a value after it.`
    if (isOne(repeated, flag)) this.repeated[flag].push(value)
    else if (this.single[flag] !== undefined) return `--${flag} is given twice: keep one.`
    else this.single[flag] = value
    return undefined
  }

  private takeBare(flag: (typeof bare)[number], value: string | undefined): string | undefined {
    if (value !== undefined) return `--${flag} takes no value.`
    this[flag] = true
    return undefined
  }
}

function isOne<T extends string>(words: readonly T[], word: string): word is T {
  return (words as readonly string[]).includes(word)
}
