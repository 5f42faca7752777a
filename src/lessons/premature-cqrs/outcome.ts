import type { Row, World } from '../../engine'

/** The figures by which a run of this lesson is judged. */
export function outcome(world: World): Readonly<Record<string, number | string>> {
  const edits = world.rows('client', 'edits')
  const reads = world.rows('client', 'reads')
  const searches = world.rows('client', 'searches')
  const seen = edits.filter((row) => Number(row['seen_after']) >= 0)
  return {
    edits: edits.length,
    reads: reads.length,
    searches: searches.length,
    staleReads: reads.filter(({ own, shown }) => Number(shown) < Number(own)).length,
    meanReadMs: mean(reads, 'ms'),
    meanWriteMs: mean(edits, 'ms'),
    meanSearchMs: mean(searches, 'ms'),
    seenAfterMs: mean(seen, 'seen_after'),
    longestUnseenMs: seen.reduce((most, row) => Math.max(most, Number(row['seen_after'])), 0),
  }
}

/** Rounded to whole ms; 0 for nothing. */
function mean(rows: readonly Row[], column: string): number {
  if (rows.length === 0) return 0
  return Math.round(rows.reduce((sum, row) => sum + Number(row[column]), 0) / rows.length)
}
