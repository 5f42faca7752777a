import type { Row, Transaction } from '../../engine'

/** A version vector: how many writes of each copy one knows of. */
export type Clock = Readonly<Record<string, number>>

/** One value of an address that nothing has replaced yet. */
export interface Version extends Row {
  /** Address, and the dot: which write of which copy this is. */
  readonly id: string
  readonly address: string
  readonly value: string
  /** The copy that took the write; with `nth` it is the dot. */
  readonly by: string
  readonly nth: number
  /** What its writer had seen. */
  readonly context: Clock
  /** Context and dot together, as Dynamo’s paper writes it. */
  readonly clock: string
}

/** All versions of an address, and nobody else changes them before this transaction ends: siblings are decided together. */
export function lockSiblings(tx: Transaction, address: string): readonly Version[] {
  tx.insertIfAbsent('locks', { id: address })
  tx.selectForUpdate('locks', { where: { id: address } })
  return tx.find('versions', { where: { address } }) as Version[]
}

/** Whether somebody who knows `clock` has seen this version. */
export function knows(clock: Clock, { by, nth }: Version): boolean {
  return (clock[by] ?? 0) >= nth
}

/** What somebody knows who has seen all of these versions. */
export function contextOf(versions: readonly Version[]): Clock {
  return versions.reduce<Clock>((clock, version) => join(clock, clockOf(version)), {})
}

export function clockOf({ context, by, nth }: Version): Clock {
  return join(context, { [by]: nth })
}

function join(one: Clock, other: Clock): Clock {
  const joined: Record<string, number> = { ...one }
  for (const [name, count] of Object.entries(other))
    joined[name] = Math.max(joined[name] ?? 0, count)
  return joined
}

/** A new version that takes the next dot of the copy that writes it. */
export function nextVersion(
  address: string,
  value: string,
  from: { readonly self: string; readonly context: Clock; readonly versions: readonly Version[] },
): Version {
  const { self: by, context, versions } = from
  const nth = (join(context, contextOf(versions))[by] ?? 0) + 1
  const clock = textOf(join(context, { [by]: nth }))
  return { id: `${address}/${by}${nth}`, address, value, by, nth, context, clock }
}

/** `([Sx,2],[Sy,1])` */
function textOf(clock: Clock): string {
  const dots = Object.keys(clock)
    .filter((name) => (clock[name] ?? 0) > 0)
    .sort((one, other) => (one < other ? -1 : 1))
    .map((name) => `[${name.charAt(0).toUpperCase()}${name.slice(1)},${clock[name]}]`)
  return `(${dots.join(',')})`
}
