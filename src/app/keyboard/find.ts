import type { Command } from './command'

/**
 * Commands that have every word of the query, best first: words that begin the title, then words that
 * begin any word, then the rest. An empty query finds all, in their own order.
 */
export function findCommands(commands: readonly Command[], query: string): readonly Command[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return commands
    .map((command) => ({ command, score: scoreOf(command, words) }))
    .filter(({ score }) => score !== null)
    .toSorted((one, other) => (one.score ?? 0) - (other.score ?? 0))
    .map(({ command }) => command)
}

function scoreOf(command: Command, words: readonly string[]): number | null {
  const title = command.title.toLowerCase()
  const text = `${title} ${command.group.toLowerCase()} ${command.words?.toLowerCase() ?? ''}`
  let score = 0
  for (const word of words) {
    if (title.startsWith(word)) continue
    if (` ${title}`.includes(` ${word}`)) score += 1
    else if (text.includes(word)) score += 2
    else return null
  }
  return score
}
