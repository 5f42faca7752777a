import type { LogBroker, Row, Service, System, TableSpec } from '../../engine'
import { sagaTable } from '../../patterns/saga'
import type { ParamValues } from '../definition'
import { bank } from './bank'
import { checks } from './checks'
import { clicks } from './client'
import type { Countermeasure } from './countermeasures'
import { countermeasureOf, service, type Parts } from './service'

/** Customers → TripService → FlightService, PaymentService (→ bank), HotelService. */
export function system(parts: Parts, params: ParamValues): System {
  const { seats = 0, rooms = 0, hopMs = 5, commitMs = 2, handlerMs = 4 } = params
  const promised = parts.locks === true ? locks : promises[parts.by]
  const guard = parts.isolated === true ? guards[countermeasureOf(params)] : undefined
  return {
    services: [
      customers(parts, params),
      service('trip', 'TripService', parts, params, tripTables(parts)),
      service('flight', 'FlightService', parts, params, {
        seats: stock(parts, seats, guard?.column),
        bookings,
        mails: { key: 'id', sequence: 'id', indexes: ['trip'] },
        ...promised,
        ...guard?.tables,
      }),
      service('payment', 'PaymentService', parts, params, {
        ledger: { key: 'id', sequence: 'id', indexes: ['trip'] },
        ...promised,
      }),
      service('hotel', 'HotelService', parts, params, {
        rooms: stock(parts, rooms),
        bookings,
        ...promised,
      }),
      bank(params),
    ],
    brokers: brokers(topics[parts.by]),
    checks: checks({ seats, rooms }),
    timing: { hopMs, commitMs, handlerMs },
    limits: { steps: 20_000 },
  }
}

const bookings: TableSpec = { key: 'id', sequence: 'id', indexes: ['trip'] }

/** What a participant has promised and not yet done. */
const promises: Readonly<Record<Parts['by'], Readonly<Record<string, TableSpec>>>> = {
  calls: {},
  commands: {},
  events: {},
  votes: { branches: { key: 'trip' } },
  reservations: { reservations: { key: 'trip' } },
}

/** Who holds a stock, and who waits for it. */
const locks: Readonly<Record<string, TableSpec>> = {
  locks: { key: 'id' },
  stash: { key: 'id', sequence: 'position' },
}

/** What a countermeasure needs besides the number of seats. */
const guards: Readonly<Partial<Record<Countermeasure, Guard>>> = {
  'reread value': { column: { version: 0 } },
  'semantic lock': { tables: { locks: { key: 'id' } } },
}

interface Guard {
  readonly column?: Row
  readonly tables?: Readonly<Record<string, TableSpec>>
}

const topics: Readonly<Record<Parts['by'], readonly string[]>> = {
  calls: [],
  commands: ['trip', 'flight', 'payment', 'hotel'],
  events: ['trips'],
  votes: [],
  reservations: [],
}

function tripTables({ by, trip }: Parts): Readonly<Record<string, TableSpec>> {
  return {
    trips: { key: 'id' },
    human_tasks: { key: 'id' },
    ...(by === 'votes' ? { decisions: { key: 'trip' } } : {}),
    ...(by === 'commands' ? { saga_instance: sagaTable } : {}),
    ...('cancelTrip' in trip ? { stash: { key: 'trip' } } : {}),
  }
}

/** Where things are reserved before they are sold, there is a column for it. */
function stock({ by }: Parts, free: number, more?: Row): TableSpec {
  const row = { id: 'stock', free, ...more }
  return { key: 'id', rows: [by === 'reservations' ? { ...row, reserved: 0 } : row] }
}

function brokers(names: readonly string[]): readonly LogBroker[] {
  if (names.length === 0) return []
  const partitions = Object.fromEntries(names.map((topic) => [topic, { partitions: 1 }]))
  return [{ id: 'broker', title: 'Broker', kind: 'log', topics: partitions }]
}

function customers({ trip }: Parts, params: ParamValues): Service {
  return {
    id: 'client',
    title: 'Customers',
    outside: true,
    database: { title: 'browsers', tables: { answers: { key: 'trip' } } },
    once: clicks(params, 'cancelTrip' in trip),
  }
}
