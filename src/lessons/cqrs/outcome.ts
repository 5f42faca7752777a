import type { Row, World } from '../../engine'
import { backwards } from './replicaChecks'

type Figures = Readonly<Record<string, number | string>>

/** The figures by which a run of this lesson is judged; which ones depends on the system. */
export function outcome(world: World): Figures {
  if (world.rows('product', 'products').length > 0) return ofIndex(world)
  return world.rows('replica-1', 'checkpoints').length > 0 ? ofReplicas(world) : ofOrders(world)
}

function ofOrders(world: World): Figures {
  const clicks = world.rows('client', 'clicks')
  const searches = world.rows('client', 'searches')
  const looks = world.rows('client', 'looks')
  const view = [...world.rows('projector', 'order_view'), ...world.rows('order', 'order_view')]
  const placed = clicks.filter((row) => row['status'] === 201)
  return {
    orders: placed.length,
    refused: clicks.filter((row) => row['status'] === 422).length,
    searches: searches.length,
    meanSearchMs: mean(searches),
    meanWriteMs: mean(clicks),
    worstStalenessMs: largest(
      view.map((row) => Number(row['visible_at']) - Number(row['placed_at'])),
    ),
    ownOrderMissing: looks.filter((row) => row['shows'] === 0 && !isTakenBack(row)).length,
    takenBack: looks.filter(isTakenBack).length,
    firstLook: saidBy(looks.find(({ id }) => String(id).endsWith('look 1'))),
    counted: Number(world.row('projector', 'totals', 'ann')?.['orders'] ?? 0),
  }
}

function isTakenBack({ id }: Row): boolean {
  return String(id).endsWith('taken back')
}

/** What the page says of the order that was placed a moment ago. */
function saidBy(look: Row | undefined): string {
  if (look === undefined) return 'nothing'
  if (look['shows'] === 1) return 'the order'
  return look['promised'] === 1 ? 'no order' : 'not up to date'
}

function ofIndex(world: World): Figures {
  const answers = world.rows('index', 'access_log').map((row) => Number(row['status']))
  const clicks = world.rows('client', 'clicks')
  return {
    price: Number(world.row('product', 'products', 'lamp')?.['price']),
    indexed: Number(world.row('index', 'documents', 'lamp')?.['price']),
    indexWrites: answers.length,
    refused: answers.filter((status) => status === 409).length,
    errors: clicks.filter(({ status }) => status !== 200).length,
  }
}

function ofReplicas(world: World): Figures {
  const reads = world.rows('client', 'reads')
  return {
    sales: world.rows('order', 'events').length,
    reads: reads.length,
    leastShown: reads.reduce((least, { sold }) => Math.min(least, Number(sold)), Infinity),
    emptyReads: reads.filter(({ sold }) => sold === 0).length,
    backwardReads: backwards(reads).length,
    generation: String(world.row('replica-1', 'live', 'sales')?.['view'] ?? 'sales'),
  }
}

function mean(rows: readonly Row[]): number {
  if (rows.length === 0) return 0
  return Math.round(rows.reduce((sum, row) => sum + Number(row['ms']), 0) / rows.length)
}

function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0)
}
