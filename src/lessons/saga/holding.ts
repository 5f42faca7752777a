import { rowName, type World } from '../../engine'

/** What there was to sell when the run began. */
export interface Stock {
  readonly seats: number
  readonly rooms: number
}

const services = ['trip', 'flight', 'payment', 'hotel']

export function inStock(world: World, stock: Stock) {
  const shelves = [
    { service: 'flight', table: 'seats', all: stock.seats },
    { service: 'hotel', table: 'rooms', all: stock.rooms },
  ]
  for (const { service, table, all } of shelves) {
    const free = Number(world.row(service, table, 'stock')?.['free'])
    const sold = world.rows(service, 'bookings').filter(({ status }) => status === 'BOOKED').length
    if (free + sold + reservedOf(world, service, table) === all) continue
    return {
      why: `Of ${all} ${table}, ${sold} are booked and ${free} are free.`,
      rows: [rowName(service, table, 'stock')],
    }
  }
  return true
}

function reservedOf(world: World, service: string, table: string): number {
  return Number(world.row(service, table, 'stock')?.['reserved'] ?? 0)
}

export function allAgree(world: World) {
  for (const trip of world.rows('trip', 'trips')) {
    const id = String(trip['id'])
    const states = services.map((service) => ({
      service,
      state: world.row(service, 'branches', id)?.['state'],
    }))
    const committed = states.find(({ state }) => state === 'committed')
    const aborted = states.find(({ state }) => state === 'aborted')
    if (committed === undefined || aborted === undefined) continue
    return {
      why: `Trip ${id} is committed at ${committed.service} and aborted at ${aborted.service}.`,
      rows: [committed, aborted].map(({ service }) => rowName(service, 'branches', id)),
    }
  }
  return true
}

const waitingRooms = [
  { table: 'outbox', column: 'status', waits: 'waiting' },
  { table: 'branches', column: 'state', waits: 'prepared' },
  { table: 'reservations', column: 'state', waits: 'TRIED' },
  { table: 'locks', column: 'status', waits: 'held' },
  { table: 'holds', column: 'state', waits: 'held' },
]

export function nothingWaits(world: World) {
  for (const service of [...services, 'bank']) {
    for (const { table, column, waits } of waitingRooms) {
      const row = world.rows(service, table).find((one) => one[column] === waits)
      if (row === undefined) continue
      const key = String(row['id'] ?? row['trip'])
      return {
        why: `${key} is still ${waits.toLowerCase()} in the ${table} of ${service}.`,
        rows: [rowName(service, table, key)],
      }
    }
  }
  return true
}
