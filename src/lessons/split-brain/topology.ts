import type { Message, Operation, Service, System, TableSpec } from '../../engine'
import type { ParamValues } from '../definition'
import { checks } from './checks'
import { customers, dynamoWrites, writesOf } from './client'
import { heardRow, heardTable } from './news'
import type { Place } from './place'

type Handlers = Readonly<Record<string, (message: Message, place: Place) => Operation<unknown>>>

/** The program of one copy of the data: what it answers, and how it tells the others. */
export interface CopyProgram {
  readonly handlers: Handlers
  readonly gossip: (place: Place) => Operation<unknown>
  readonly tables: Readonly<Record<string, TableSpec>>
}

const titles: Readonly<Record<string, string>> = {
  us: 'US',
  eu: 'EU',
  witness: 'Witness',
  sx: 'Sx',
  sy: 'Sy',
  sz: 'Sz',
}

/** One copy with its own database. */
export function copy(program: CopyProgram, place: Place, params: ParamValues): Service {
  const { handlers, gossip, tables } = program
  const { self } = place
  const clockSkewMs = self === 'eu' ? (params['skewMs'] ?? 0) : 0
  return {
    id: self,
    title: titles[self] ?? self,
    clockSkewMs,
    database: { title: `${self}_db`, tables: { ...tables, heard: heard(tables, place) } },
    handlers: Object.fromEntries(
      Object.entries(handlers).map(([type, handle]) => [
        type,
        (message: Message) => handle(message, place),
      ]),
    ),
    every: [{ label: 'gossip', ms: params['gossipMs'] ?? 50, run: () => gossip(place) }],
  }
}

/** Two regions, each with its customers; perhaps a third vote. */
export function addresses(program: CopyProgram, withWitness: boolean, params: ParamValues): System {
  const third = withWitness ? ['witness'] : []
  const copies = ['us', 'eu', ...third]
  return {
    services: [
      customers('client-us', 'US customers', writesOf('US', params)),
      customers('client-eu', 'EU customers', writesOf('EU', params)),
      copy(program, { self: 'us', rank: 1, peers: [...third, 'eu'] }, params),
      copy(program, { self: 'eu', rank: 2, peers: [...third, 'us'] }, params),
      ...third.map((self) => copy(program, { self, rank: 3, peers: ['us', 'eu'] }, params)),
    ],
    checks: checks(['S-ACKED', 'A-ONE', 'Q-CONV'], copies),
  }
}

/** Three copies in a ring, and the five writes of Dynamo’s paper. */
export function dynamo(program: CopyProgram, params: ParamValues): System {
  const copies = ['sx', 'sy', 'sz']
  return {
    services: [
      customers('client', 'Customers', dynamoWrites(params)),
      ...copies.map((self, n) =>
        copy(program, { self, rank: n + 1, peers: copies.filter((id) => id !== self) }, params),
      ),
    ],
    checks: checks(['S-ACKED', 'Q-CONV'], copies),
  }
}

/** What all copies have before the run begins, all of them know of each other. */
function heard(tables: CopyProgram['tables'], { peers }: Place): TableSpec {
  const rows = Object.values(tables).flatMap((table) => table.rows ?? [])
  return {
    ...heardTable,
    rows: peers.flatMap((peer) => rows.map((row) => heardRow(peer, row))),
  }
}
