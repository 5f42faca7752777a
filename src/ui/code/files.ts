import type { Variant } from '../../lessons/definition'

/** One file of a variant, and the services that run it. */
export interface CodeFile {
  readonly file: string
  readonly label: string
  readonly services: readonly string[]
}

type Files = Pick<Variant, 'files'>

/** A second instance, such as `relay-2`, runs the file of the first. */
export function fileOf({ files }: Files, service: string): string | undefined {
  return files[service] ?? files[service.replace(/-\d+$/, '')]
}

/** Files in the order of the services; one that several services run is there once. */
export function filesOf(variant: Files, services: readonly string[]): CodeFile[] {
  const byFile = new Map<string, string[]>()
  for (const service of services) {
    const file = fileOf(variant, service)
    if (file !== undefined) byFile.set(file, [...(byFile.get(file) ?? []), service])
  }
  return [...byFile].map(([file, ids]) => ({
    file,
    label: file.split('/').at(-1) ?? file,
    services: ids,
  }))
}
