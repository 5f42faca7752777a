import { useEffect, useState } from 'react'
import type { Lesson, Variant } from '../../lessons/definition'
import { loadSource } from '../code/useSource'
import { programLines } from './sourceLines'

type Counts = ReadonlyMap<string, number>

/** Lines of every variant's shown programs, by variant; null until all have been read. */
export function useProgramLines(lesson: Lesson): Counts | null {
  const [counted, setCounted] = useState<{
    readonly lesson: Lesson
    readonly counts: Counts
  } | null>(null)
  useEffect(() => {
    let wanted = true
    const count = async () => {
      const counts = await Promise.all(
        lesson.variants.map(
          async (variant) => [variant.id, await linesOf(lesson, variant)] as const,
        ),
      )
      if (wanted) setCounted({ lesson, counts: new Map(counts) })
    }
    count().catch(() => {})
    return () => {
      wanted = false
    }
  }, [lesson])
  return counted?.lesson === lesson ? counted.counts : null
}

/** A file that several services run is one program. */
async function linesOf(lesson: Lesson, variant: Variant): Promise<number> {
  const files = [...new Set(Object.values(variant.files))]
  const sources = await Promise.all(files.map((file) => loadSource(lesson.id, file)))
  return sources.reduce((sum, source) => sum + (source === null ? 0 : programLines(source)), 0)
}
