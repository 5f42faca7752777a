import { rowName, type Check, type Row, type World } from '../../engine'

const replicas = ['replica-1', 'replica-2']

/** Every generation has counted each event up to its checkpoint once. */
export function replicaIsPrefix(world: World): ReturnType<Check['holds']> {
  for (const replica of replicas) {
    for (const { view, position } of world.rows(replica, 'checkpoints')) {
      const sold = soldIn(world, replica, String(view))
      const until = world
        .rows('order', 'events')
        .filter((event) => Number(event['position']) <= Number(position)).length
      if (sold === until) continue
      return {
        why: `${String(view)} of ${replica} stands at ${String(position)} and contains ${sold} of ${until} sales.`,
        rows: [rowName(replica, 'checkpoints', String(view))],
      }
    }
  }
  return true
}

/** Both live views contain every sale. */
export function replicasAreEqual(world: World): ReturnType<Check['holds']> {
  const events = world.rows('order', 'events')
  for (const replica of replicas) {
    const view = liveView(world, replica)
    if (view === null || soldIn(world, replica, view) === events.length) continue
    return {
      why: `${replica} has ${soldIn(world, replica, view)} sales of ${events.length}.`,
      rows: [rowName(replica, 'checkpoints', view)],
    }
  }
  return true
}

/** A reader never sees less than before. */
export function neverBackwards(world: World): ReturnType<Check['holds']> {
  const [back] = backwards(world.rows('client', 'reads'))
  if (back === undefined) return true
  return {
    why: `A reader has seen more sales before read ${String(back['turn'])} shows ${String(back['sold'])}.`,
    rows: [rowName('client', 'reads', Number(back['turn']))],
  }
}

/** The reads that showed less than one before them. */
export function backwards(reads: readonly Row[]): readonly Row[] {
  let most = 0
  return reads.filter(({ sold }) => {
    const back = Number(sold) < most
    most = Math.max(most, Number(sold))
    return back
  })
}

function liveView(world: World, replica: string): string | null {
  const named = world.row(replica, 'live', 'sales')?.['view']
  const only = world.rows(replica, 'checkpoints')[0]?.['view']
  return (named ?? only ?? null) as string | null
}

function soldIn(world: World, replica: string, view: string): number {
  return world
    .rows(replica, 'sales')
    .filter((row) => row['view'] === view)
    .reduce((sum, row) => sum + Number(row['sold']), 0)
}
