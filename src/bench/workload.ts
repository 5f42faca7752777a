import { call, read, reply, simulate, sleep, transaction } from '../engine'
import type { Fault, Link, Message, Operation, Run, Service, System, Transaction } from '../engine'

/**
 * The saga that every figure of speed is measured with: an order goes through five services, each with
 * its outbox and its inbox, over links that lose and double one message in twenty, past three crashes.
 */
export interface Workload {
  readonly orders: number
  /** Virtual ms between two orders. */
  readonly spacingMs: number
  readonly lossPerMille: number
  readonly duplicatePerMille: number
  readonly crashes: number
}

/** About 100,000 steps of the engine. */
export const fullWorkload: Workload = {
  orders: 2_000,
  spacingMs: 100,
  lossPerMille: 50,
  duplicatePerMille: 50,
  crashes: 3,
}

/** What a service does with a message in its local transaction; what it returns goes into its outbox. */
type Reaction = (tx: Transaction, message: Message) => Outgoing | null

interface Outgoing {
  readonly to: string
  readonly type: string
  readonly key: string
}

interface Participant {
  readonly title: string
  /** Its own tables, by primary key, beside outbox and inbox. */
  readonly tables: Readonly<Record<string, { readonly key: string }>>
  readonly reactions: Readonly<Record<string, Reaction>>
}

const participants: Readonly<Record<string, Participant>> = {
  order: {
    title: 'Orders',
    tables: { orders: { key: 'id' } },
    reactions: {
      PlaceOrder: (tx, { key }) => {
        tx.insert('orders', { id: key, status: 'placed' })
        return { to: 'stock', type: 'ReserveStock', key }
      },
      StockReserved: (tx, { key }) => advance(tx, key, 'reserved', 'payment', 'ChargeCard'),
      CardCharged: (tx, { key }) => advance(tx, key, 'paid', 'shipping', 'ShipOrder'),
      OrderShipped: (tx, { key }) => advance(tx, key, 'done', 'mail', 'SendMail'),
    },
  },
  stock: {
    title: 'Stock',
    tables: { reservations: { key: 'order' } },
    reactions: {
      ReserveStock: (tx, { key }) => {
        tx.insert('reservations', { order: key, pieces: 1 })
        return { to: 'order', type: 'StockReserved', key }
      },
    },
  },
  payment: {
    title: 'Payment',
    tables: { charges: { key: 'order' } },
    reactions: {
      ChargeCard: (tx, { key }) => {
        tx.insert('charges', { order: key, cents: 4_900 })
        return { to: 'order', type: 'CardCharged', key }
      },
    },
  },
  shipping: {
    title: 'Shipping',
    tables: { shipments: { key: 'order' } },
    reactions: {
      ShipOrder: (tx, { key }) => {
        tx.insert('shipments', { order: key, status: 'packed' })
        return { to: 'order', type: 'OrderShipped', key }
      },
    },
  },
  mail: {
    title: 'Mail',
    tables: { mails: { key: 'order' } },
    reactions: {
      SendMail: (tx, { key }) => {
        tx.insert('mails', { order: key })
        return null
      },
    },
  },
}

function advance(tx: Transaction, key: string, status: string, to: string, type: string): Outgoing {
  tx.update('orders', key, { status })
  return { to, type, key }
}

export function workloadSystem(workload: Workload): System {
  return {
    services: [
      customer(workload),
      ...Object.entries(participants).map(([id, participant]) => service(id, participant)),
    ],
    links: links(workload),
    timing: { hopMs: 5, commitMs: 2, handlerMs: 1 },
  }
}

/** Three crashes, spread over the run. */
export function workloadFaults({ orders, spacingMs, crashes }: Workload): readonly Fault[] {
  const services = Object.keys(participants)
  return Array.from({ length: crashes }, (_, place) => ({
    at: { timeMs: Math.floor(((place + 1) * orders * spacingMs) / (crashes + 1)) },
    do: 'crash',
    service: services[place % services.length] ?? 'order',
    restartAfterMs: 80,
  }))
}

export function runWorkload(workload: Workload, trace: boolean): Run {
  const limits = { steps: 10_000_000, timeMs: 100_000_000, queue: 1_000_000 }
  const faults = workloadFaults(workload)
  return simulate(workloadSystem(workload), { seed: 7, faults, trace, limits })
}

/** Throws unless every order came to its end exactly once: a fast engine that loses orders is not fast. */
export function checkOutcome(run: Run, { orders }: Workload): void {
  const done = run.world.rows('order', 'orders').filter(({ status }) => status === 'done')
  const mails = run.world.rows('mail', 'mails')
  if (done.length === orders && mails.length === orders && run.quiescent) return
  throw new Error(
    `Of ${orders} orders ${done.length} were done and ${mails.length} had their mail. ${run.endedWhy}`,
  )
}

function customer({ orders, spacingMs }: Workload): Service {
  const numbers = Array.from({ length: orders }, (_, place) => place)
  return {
    id: 'customer',
    title: 'Customer',
    once: numbers.map((number) => ({
      label: `order ${number}`,
      atMs: number * spacingMs,
      run: () =>
        deliver({ id: `order-${number}`, to: 'order', type: 'PlaceOrder', key: `${number}` }),
    })),
  }
}

function service(id: string, { title, tables, reactions }: Participant): Service {
  return {
    id,
    title,
    database: {
      title,
      tables: {
        ...tables,
        outbox: { key: 'position', sequence: 'position' },
        inbox: { key: 'id' },
      },
    },
    handlers: Object.fromEntries(
      Object.entries(reactions).map(([type, reaction]) => [
        type,
        (message: Message) => handle(id, message, reaction),
      ]),
    ),
    start: drainOutbox,
  }
}

/** Once in the inbox and once in the outbox, in one commit; then the answer; then what the outbox holds. */
function* handle(id: string, message: Message, reaction: Reaction): Operation<void> {
  const position = yield* transaction(message.type, (tx) => {
    if (!tx.insertIfAbsent('inbox', { id: message.id })) return null
    const outgoing = reaction(tx, message)
    return outgoing === null ? null : saved(tx, { ...outgoing, id: `${id}-${message.id}` })
  })
  yield* reply(200)
  if (position !== null) yield* sendRow(position)
}

/** What a crash left in the outbox. */
function* drainOutbox(): Operation<void> {
  const waiting = yield* read('left in the outbox', (db) => db.find('outbox'))
  for (const row of waiting) yield* sendRow(row as unknown as OutboxRow)
}

interface OutboxRow extends Outgoing {
  readonly id: string
  readonly position: number
}

function saved(tx: Transaction, message: Outgoing & { readonly id: string }): OutboxRow {
  return tx.insert('outbox', { ...message }) as unknown as OutboxRow
}

function* sendRow(row: OutboxRow): Operation<void> {
  yield* deliver(row)
  yield* transaction('forget sent', (tx) => tx.delete('outbox', row.position))
}

/** Calls until somebody answers, more and more patiently. */
function* deliver({ id, to, type, key }: Outgoing & { readonly id: string }): Operation<void> {
  for (let attempt = 0; ; attempt++) {
    const answer = yield* call(type, { to, id, key, timeoutMs: 60 })
    if (answer.outcome === 'answered') return
    yield* sleep('back off', 5 * (1 << Math.min(attempt, 6)))
  }
}

function links({ lossPerMille, duplicatePerMille }: Workload): readonly Link[] {
  const pairs = Object.keys(participants)
    .filter((id) => id !== 'order')
    .flatMap((id) => [
      { from: 'order', to: id },
      { from: id, to: 'order' },
    ])
  return pairs.map((pair) => ({
    ...pair,
    lossPerMille,
    duplicatePerMille,
    jitter: { shape: 'even', spreadMs: 10 },
  }))
}
