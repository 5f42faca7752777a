import { useEffect, useState } from 'react'
import { sourcePath } from './sourcePath'

/** Programs only: what else a lesson is made of is never shown. */
const files = import.meta.glob<SourceFile>(
  [
    '../../lessons/*/**/*.ts',
    '../../patterns/*.ts',
    '!../../**/*.test.ts',
    '!../../lessons/*/{about,acts,checks,endings,lesson,outcome,params,presets,stage,topology,variants}.ts',
  ],
  { query: '?source', import: 'default' },
)

const loaded = new Map<string, SourceFile>()

async function load(path: string): Promise<SourceFile | null> {
  const source = (await files[path]?.()) ?? null
  if (source) loaded.set(path, source)
  return source
}

/** The shown source of a lesson's file; null when there is none. */
export async function loadSource(lesson: string, file: string): Promise<SourceFile | null> {
  const path = sourcePath(lesson, file)
  return loaded.get(path) ?? load(path)
}

/** The shown source of a lesson's file: undefined while it is on its way, null when there is none. */
export function useSource(lesson: string, file: string): SourceFile | null | undefined {
  const path = sourcePath(lesson, file)
  const [answer, setAnswer] = useState<{ path: string; source: SourceFile | null } | null>(null)
  useEffect(() => {
    if (loaded.has(path)) return
    let wanted = true
    const answered = (source: SourceFile | null) => {
      if (wanted) setAnswer({ path, source })
    }
    load(path).then(answered, () => answered(null))
    return () => {
      wanted = false
    }
  }, [path])
  return loaded.get(path) ?? (answer?.path === path ? answer.source : undefined)
}
