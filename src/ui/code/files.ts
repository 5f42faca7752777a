import type { Service } from '../../engine'
import type { Variant } from '../../lessons/definition'

/** One file of a variant, and the services that run it. */
export interface CodeFile {
  readonly file: string
  readonly label: string
  readonly services: readonly string[]
}

type Files = Pick<Variant, 'files' | 'alsoShown'>
type Program = Pick<Service, 'id' | 'instanceOf'>

/** Files in the order of the services; one that several services run is there once. Then what they call. */
export function filesOf(
  { files, alsoShown = [] }: Files,
  services: readonly Program[],
): CodeFile[] {
  const byFile = new Map<string, string[]>()
  for (const { id, instanceOf = id } of services) {
    const file = files[id] ?? files[instanceOf]
    if (file !== undefined) byFile.set(file, [...(byFile.get(file) ?? []), id])
  }
  for (const file of alsoShown) byFile.set(file, byFile.get(file) ?? [])
  return [...byFile].map(([file, ids]) => ({
    file,
    label: file.split('/').at(-1) ?? file,
    services: ids,
  }))
}
