import type { Variant } from '../../lessons/definition'

/** One file of a variant, and the services that run it. */
export interface CodeFile {
  readonly file: string
  readonly label: string
  readonly services: readonly string[]
}

/** Files in the order of the variant's services; one that several services run is there once. */
export function filesOf({ files }: Pick<Variant, 'files'>): CodeFile[] {
  const services = new Map<string, string[]>()
  for (const [service, file] of Object.entries(files)) {
    const others = services.get(file)
    if (others) others.push(service)
    else services.set(file, [service])
  }
  return [...services].map(([file, ids]) => ({
    file,
    label: file.split('/').at(-1) ?? file,
    services: ids,
  }))
}
