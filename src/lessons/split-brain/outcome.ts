import { groupBy, type Row, type World } from '../../engine'
import { itemsOf, vanished } from './acknowledged'
import { leftIn, type Counter } from './counter'
import { writesTaken, zombieWrites } from './journal'

type Figures = Readonly<Record<string, number | string>>

/** The figures by which a run of this lesson is judged; each of its systems has its own. */
export function outcome(world: World): Figures {
  if (world.rows('locks', 'locks').length > 0) return ofLeaders(world)
  if (world.rows('us', 'counters').length > 0) return ofStock(world)
  if (['carts', 'tags'].some((table) => world.rows('us', table).length > 0)) return ofCart(world)
  return ofAddresses(world)
}

function ofAddresses(world: World): Figures {
  return {
    ...answers(world),
    vanished: vanished(world).length,
    conflicts: conflicts(world),
    ...clock(world),
  }
}

/** What customers were told. */
function answers(world: World): Figures {
  const us = world.rows('client-us', 'writes')
  const eu = world.rows('client-eu', 'writes')
  const all = [...us, ...eu, ...world.rows('client', 'writes')]
  return {
    acceptedUs: count(us, 'accepted'),
    acceptedEu: count(eu, 'accepted'),
    accepted: count(all, 'accepted'),
    refused: count(all, 'refused'),
    unknown: count(all, 'unknown'),
  }
}

function count(rows: readonly Row[], status: string): number {
  return rows.filter((row) => row['status'] === status).length
}

/** Addresses with more than one version. */
function conflicts(world: World): number {
  const kept = ['us', 'sx'].flatMap((copy) => world.rows(copy, 'versions'))
  return [...groupBy(kept, 'address').values()].filter((versions) => versions.length > 1).length
}

/** The version vector of the object in Dynamo’s example, at the copy that reconciles. */
function clock(world: World): Figures {
  const versions = world.rows('sx', 'versions')
  if (versions.length === 0) return {}
  return { clock: versions.map((version) => String(version['clock'])).join(' | ') }
}

function ofCart(world: World): Figures {
  const [us = '', eu = ''] = ['us', 'eu'].map(
    (copy) => [...itemsOf(world, copy)].join(', ') || 'empty',
  )
  return { cart: us === eu ? us : `US ${us}; EU ${eu}`, vanished: vanished(world).length }
}

function ofStock(world: World): Figures {
  const left = leftIn(world.rows('us', 'counters') as Counter[])
  const told = answers(world)
  return {
    ...told,
    vanished: vanished(world).length,
    stock: left,
    refusedInStock: Math.min(Number(told['refused']), Math.max(0, left)),
  }
}

function ofLeaders(world: World): Figures {
  const taken = writesTaken(world)
  const refused = count(world.rows('storage', 'journal'), 'refused')
  return {
    tokens: taken.map(({ token }) => String(token)).join(', '),
    refusedWrites: refused,
    zombieWrites: zombieWrites(world).length,
    report: String(world.row('storage', 'reports', 'report')?.['by'] ?? 'none'),
  }
}
