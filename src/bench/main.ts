import { choose } from './choose'
import { lineOf, shortfalls } from './figure'
import { openBench } from './openBench'
import { parts } from './parts'

/** Measures the parts named, or all of them: lines on standard output, everything else beside it. */
async function main(names: readonly string[]): Promise<number> {
  const chosen = choose(names, parts)
  if (!chosen.ok) {
    console.error(chosen.error)
    return 2
  }
  const bench = await openBench()
  const missed: string[] = []
  try {
    for (const measure of chosen.value) {
      for (const figure of await measure(bench)) {
        console.log(lineOf(figure))
        missed.push(...shortfalls(figure))
      }
    }
  } finally {
    await bench.close()
  }
  for (const sentence of missed) console.error(sentence)
  return missed.length === 0 ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2))
