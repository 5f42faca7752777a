import { groupBy, type World } from '../../engine'
import { vanishedWrites } from './acknowledged'

/** The figures by which a run of this lesson is judged; each system has its own. */
export function outcome(world: World): Readonly<Record<string, number | string>> {
  return addresses(world)
}

function addresses(world: World): Readonly<Record<string, number | string>> {
  const us = world.rows('client-us', 'writes')
  const eu = world.rows('client-eu', 'writes')
  const all = [...us, ...eu, ...world.rows('client', 'writes')]
  return {
    acceptedUs: count(us, 'accepted'),
    acceptedEu: count(eu, 'accepted'),
    accepted: count(all, 'accepted'),
    refused: count(all, 'refused'),
    unknown: count(all, 'unknown'),
    vanished: vanishedWrites(world).length,
    conflicts: conflicts(world),
    ...clock(world),
  }
}

/** The version vector of the object in Dynamo’s example, at the copy that reconciles. */
function clock(world: World): Readonly<Record<string, string>> {
  const versions = world.rows('sx', 'versions')
  if (versions.length === 0) return {}
  return { clock: versions.map((version) => String(version['clock'])).join(' | ') }
}

function count(writes: readonly { readonly [column: string]: unknown }[], status: string): number {
  return writes.filter((write) => write['status'] === status).length
}

/** Addresses with more than one version in some copy. */
function conflicts(world: World): number {
  const several = ['us', 'sx'].flatMap((copy) =>
    [...groupBy(world.rows(copy, 'versions'), 'address').values()].filter(
      (versions) => versions.length > 1,
    ),
  )
  return several.length
}
