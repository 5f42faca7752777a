import { suggestion } from '../document/didYouMean'
import type { Result } from '../document/scenario'
import { oneLine, shown } from '../document/shown'
import { parseArgs, type Args } from './args'
import { help } from './help'
import { refuse, type Lab, type Output } from './io'
import { list } from './list'
import { points } from './points'
import { run } from './run'

const commands = ['list', 'run', 'points']

/** What a call of the command line writes, and the code it ends with. */
export interface Answer {
  readonly out: string
  readonly err: string
  readonly exitCode: 0 | 2
}

/** Answers one call: JSON on one line each way out, remarks a line each, or one line that says what is wrong. */
export function answer(words: readonly string[], lab: Lab): Answer {
  const [command, ...rest] = words
  if (command === 'help' || command === '--help')
    return { out: '', err: `${help()}\n`, exitCode: 0 }
  const result = output(command, rest, lab)
  if (!result.ok) return { out: '', err: `${oneLine(result.error)}\n`, exitCode: 2 }
  const { json, remarks } = result.value
  return {
    out: `${JSON.stringify(json)}\n`,
    err: remarks.map((remark) => `${oneLine(remark)}\n`).join(''),
    exitCode: 0,
  }
}

function output(command: string | undefined, rest: readonly string[], lab: Lab): Result<Output> {
  switch (command) {
    case 'list':
      return rest.length === 0
        ? { ok: true, value: list(lab.lessons) }
        : refuse('“list” takes nothing after it.')
    case 'run':
      return withArgs(rest, (args) => run(args, lab))
    case 'points':
      return withArgs(rest, (args) => points(args, lab))
    case undefined:
      return refuse(`Name a command${suggestion('', [...commands, 'help'])}`)
    default:
      return refuse(
        `There is no command ${shown(command)}${suggestion(command, [...commands, 'help'])}`,
      )
  }
}

function withArgs(
  words: readonly string[],
  command: (args: Args) => Result<Output>,
): Result<Output> {
  const args = parseArgs(words)
  return args.ok ? command(args.value) : args
}
