/**
 * Shares partitions out among the members of a group: nobody has two more than another, and none moves without need.
 *
 * @param owners owner of each partition so far; null where there is none.
 * @param members those who can own one now, in order of declaration.
 */
export function shareOut(
  owners: readonly (string | null)[],
  members: readonly string[],
): (string | null)[] {
  if (members.length === 0) return owners.map(() => null)
  const shares = new Map<string, number[]>(members.map((member) => [member, []]))
  const free: number[] = []
  owners.forEach((owner, partition) => (shares.get(owner ?? '') ?? free).push(partition))
  const bySize = () => [...shares.values()].sort((a, b) => a.length - b.length)
  for (const partition of free) bySize()[0]?.push(partition)
  for (;;) {
    const sorted = bySize()
    const least = sorted[0] ?? []
    const most = sorted.find((share) => share.length === sorted.at(-1)?.length) ?? []
    if (most.length - least.length < 2) break
    least.push(most.pop() as number)
  }
  const shared: (string | null)[] = owners.map(() => null)
  for (const [member, share] of shares) for (const partition of share) shared[partition] = member
  return shared
}

/** Gives every partition to the member after its owner. */
export function moveOn(
  owners: readonly (string | null)[],
  members: readonly string[],
): (string | null)[] {
  return owners.map((owner) => {
    const at = members.findIndex((member) => member === owner)
    return members[(at + 1) % Math.max(members.length, 1)] ?? null
  })
}
