import { defaultTiming } from '../engine'
import type { Key, Row, RowChange, Run, System, Trace, TraceEvent, TraceEventBody } from '../engine'
import type { Lesson } from '../lessons/definition'

/**
 * OUT-4, written by hand: three orders, an outbox, a relay that dies between the confirm of order 2 and its
 * mark, and a consumer without an inbox. For tests and drawings that must not depend on the engine.
 */
const topology = {
  client: { title: 'Customer' },
  order: { title: 'OrderService', tables: { orders: 'id', outbox: 'position' } },
  relay: { title: 'Relay' },
  shipping: { title: 'ShippingService', tables: { shipments: 'id' } },
} as const

const claims = [
  ['S-NOGHOST', 'always', 'Every event in the topic has its order.'],
  ['S-ONCE', 'always', 'Every order is shipped at most once.'],
  ['Q-EVENT', 'eventually', 'Every order has its event in the topic.'],
  ['Q-CLEAN', 'eventually', 'No outbox row still waits.'],
] as const

export const sampleSystem: System = {
  services: [
    { id: 'client', title: topology.client.title, outside: true },
    {
      id: 'order',
      title: topology.order.title,
      database: {
        title: 'orders',
        tables: { orders: { key: 'id' }, outbox: { key: 'position', sequence: 'position' } },
      },
    },
    { id: 'relay', title: topology.relay.title, database: { of: 'order' } },
    {
      id: 'shipping',
      title: topology.shipping.title,
      database: { title: 'shipping', tables: { shipments: { key: 'id', sequence: 'id' } } },
      subscriptions: [{ broker: 'broker', source: 'orders' }],
    },
  ],
  brokers: [{ id: 'broker', title: 'Broker', kind: 'log', topics: { orders: { partitions: 1 } } }],
  checks: claims.map(([id, claim, text]) => ({ id, claim, text, holds: () => true as const })),
  timing: defaultTiming,
}

export const sampleLesson: Lesson = {
  id: 'transactional-outbox',
  kind: 'pattern',
  title: 'Transactional outbox',
  soundbite: 'The outbox promises at least; the inbox makes it once.',
  summary: 'An order and its event in one commit, and a relay that delivers it.',
  variants: [
    {
      id: 'outbox',
      title: 'Outbox',
      correct: false,
      summary: 'The event is saved with the order; a relay publishes it.',
      files: {},
      system: () => sampleSystem,
    },
    {
      id: 'outbox-inbox',
      title: 'Outbox and inbox',
      correct: true,
      summary: 'The consumer remembers what it has seen.',
      files: {},
      system: () => sampleSystem,
    },
  ],
  params: [{ id: 'orders', title: 'Orders', default: 3, min: 1, max: 8, step: 1, unit: 'orders' }],
  checks: claims.map(([id, claim, text]) => ({ id, claim, text })),
  presets: [
    {
      id: 'dying-relay',
      title: 'Outbox with a dying relay',
      catalogue: ['OUT-4'],
      variant: 'outbox',
      against: 'outbox-inbox',
      faults: [
        {
          at: { point: 'relay/after_confirm(OrderPlaced)', nth: 2 },
          do: 'crash',
          restartAfterMs: 100,
        },
      ],
      text: 'The relay dies after the broker said yes and before it wrote that down.',
      soundbite: 'The outbox promises at least; the inbox makes it once.',
    },
  ],
  outcome: (world) => ({ shipments: world.rows('shipping', 'shipments').length }),
  acts: [],
  stage: {
    wide: {
      client: { x: 0, y: 40, width: 150 },
      order: { x: 210, y: 0, width: 330 },
      relay: { x: 210, y: 0, width: 330 },
      broker: { x: 600, y: 0, width: 210 },
      shipping: { x: 600, y: 260, width: 240 },
    },
    narrow: {
      order: { x: 0, y: 0, width: 340 },
      relay: { x: 0, y: 0, width: 340 },
      broker: { x: 0, y: 260, width: 160 },
      shipping: { x: 180, y: 260, width: 160 },
    },
    tables: {
      order: [
        { table: 'orders', columns: ['id', 'status'], as: 'rows' },
        {
          table: 'outbox',
          columns: ['id', 'order', 'sent'],
          as: 'rows',
          state: { column: 'sent', waits: [false] },
        },
      ],
      broker: [{ table: 'orders', columns: ['offset', 'id', 'key'], as: 'topic' }],
      shipping: [
        { table: 'shipments', columns: ['id', 'order'], as: 'rows' },
        { table: 'inbox', columns: ['id'], as: 'rows', absent: 'no inbox' },
      ],
    },
    edges: [
      { from: 'client', to: 'order' },
      { from: 'relay', to: 'broker' },
      { from: 'broker', to: 'shipping' },
    ],
  },
  sources: [],
}

type Planned = { readonly timeUs: number; readonly write: () => void }

/** Writes events at planned times, in order; a plan may make further plans. */
class Script {
  readonly events: TraceEvent[] = []
  readonly #plans: Planned[] = []
  readonly #tables = new Map<string, Map<Key, Row>>()
  #transmissions = 0
  #handlers = 0
  #nowUs = 0

  at(timeMs: number, write: () => void): void {
    const timeUs = Math.round(timeMs * 1000)
    const place = this.#plans.findIndex((plan) => plan.timeUs > timeUs)
    this.#plans.splice(place < 0 ? this.#plans.length : place, 0, { timeUs, write })
  }

  play(): void {
    for (let plan = this.#plans.shift(); plan; plan = this.#plans.shift()) {
      this.#nowUs = plan.timeUs
      plan.write()
    }
  }

  add(body: TraceEventBody, cause = this.events.length - 1): number {
    const index = this.events.length
    this.events.push({ ...body, index, timeUs: this.#nowUs, cause })
    return index
  }

  start(service: string, program: string, message = -1): number {
    const handler = this.#handlers++
    const started = { kind: 'handlerStarted', service, handler, program, message } as const
    this.add(started, message < 0 ? -1 : this.events.length - 1)
    return handler
  }

  /** Sends now and calls `arrive` one hop later. */
  message(
    handler: number,
    from: string,
    to: string,
    type: string,
    about: { role: 'command' | 'event' | 'reply'; id: string; key: string; reply?: number },
    arrive: (message: number) => void,
  ): void {
    const message = this.#transmissions++
    const again = this.events.some(
      (event) =>
        event.kind === 'messageSent' &&
        event.id === about.id &&
        event.to === to &&
        event.from === from &&
        event.role === about.role,
    )
    const sent = this.add({
      kind: 'messageSent',
      service: from,
      handler,
      message,
      name: `${type} ${from}>${to}`,
      type,
      role: about.role,
      from,
      to,
      id: about.id,
      key: about.key,
      data: { order: about.key },
      reply: about.reply ?? -1,
      copyOf: -1,
      again,
    })
    this.at(this.#nowUs / 1000 + defaultTiming.hopMs, () => {
      this.add({ kind: 'messageArrived', service: to, message }, sent)
      arrive(message)
    })
  }

  change(database: string, table: string, key: Key, after: Row): RowChange {
    const rows = this.table(database, table)
    const before = rows.get(key)
    rows.set(key, after)
    return { table, key, before, after }
  }

  table(database: string, table: string): Map<Key, Row> {
    const name = `${database}/${table}`
    const rows = this.#tables.get(name) ?? new Map<Key, Row>()
    this.#tables.set(name, rows)
    return rows
  }
}

/** The three services and the broker, each as a list of what it does when. */
class Out4 {
  readonly script = new Script()
  readonly #transactions = new Map<string, number>()
  readonly #commits = new Map<string, number>()
  #relayLives = 0

  run(): Run {
    for (const order of [1, 2, 3]) this.script.at((order - 1) * 20, () => this.place(String(order)))
    this.script.at(0, () => this.poll())
    this.script.at(50, () => this.poll())
    this.script.play()
    const { events } = this.script
    this.script.add({ kind: 'ended', reason: 'quiet', quiescent: true }, -1)
    return finish(this.script, { events, points: [], initial: {} })
  }

  private after(delayMs: number, write: () => void): void {
    const last = this.script.events.at(-1)
    this.script.at((last?.timeUs ?? 0) / 1000 + delayMs, write)
  }

  private place(key: string): void {
    const client = this.script.start('client', `order ${key}`)
    this.step('client', client, 'call', 'PlaceOrder')
    const about = { role: 'command', id: `request-${key}`, key } as const
    this.script.message(client, 'client', 'order', 'PlaceOrder', about, (request) => {
      const handler = this.script.start('order', 'PlaceOrder', request)
      this.after(defaultTiming.handlerMs, () => this.saveOrder(handler, client, key, request))
    })
  }

  private saveOrder(handler: number, client: number, key: string, request: number): void {
    const rows = () => [
      this.script.change('order', 'orders', key, { id: key, status: 'placed' }),
      this.script.change('order', 'outbox', Number(key), {
        position: Number(key),
        id: `e${key}`,
        order: key,
        sent: false,
      }),
    ]
    this.commit('order', 'order', handler, 'save order', rows, () => {
      this.step('order', handler, 'reply', '201')
      const about = { role: 'reply', id: `request-${key}`, key, reply: request } as const
      this.script.message(handler, 'order', 'client', 'PlaceOrder reply', about, () =>
        this.end('client', client),
      )
      this.end('order', handler)
    })
  }

  private poll(): void {
    const handler = this.script.start('relay', 'poll')
    this.step('relay', handler, 'read', 'unsent rows')
    const waiting = [...this.script.table('order', 'outbox').values()].filter((row) => !row['sent'])
    this.relayNext(handler, waiting)
  }

  private relayNext(handler: number, waiting: readonly Row[]): void {
    const [row, ...rest] = waiting
    if (row === undefined) return this.end('relay', handler)
    const key = String(row['order'])
    this.step('relay', handler, 'publish', 'OrderPlaced')
    const about = { role: 'event', id: String(row['id']), key } as const
    this.script.message(handler, 'relay', 'broker', 'OrderPlaced', about, (published) =>
      this.after(defaultTiming.appendMs, () =>
        this.append(row, published, () => {
          if (key === '2' && this.#relayLives++ === 0) return this.crashRelay()
          this.mark(handler, row, rest)
        }),
      ),
    )
  }

  private mark(handler: number, row: Row, rest: readonly Row[]): void {
    const sent = () => [
      this.script.change('order', 'outbox', Number(row['position']), { ...row, sent: true }),
    ]
    this.commit('relay', 'order', handler, 'mark sent', sent, () => this.relayNext(handler, rest))
  }

  private crashRelay(): void {
    this.script.add({ kind: 'faultApplied', service: 'relay', fault: 0, text: 'crash' })
    this.script.add({ kind: 'crashed', service: 'relay' })
    this.after(100, () => {
      this.script.add({ kind: 'restarted', service: 'relay' })
      this.poll()
    })
  }

  private append(row: Row, published: number, confirmed: () => void): void {
    const id = String(row['id'])
    const key = String(row['order'])
    const offset = this.script.table('broker', 'orders').size
    const record = { partition: 0, offset, id, key, type: 'OrderPlaced' }
    const changes = [this.script.change('broker', 'orders', `0/${offset}`, record)]
    this.brokerMove('appended', offset, id, '', changes)
    const confirm = { role: 'reply', id, key, reply: published } as const
    this.script.message(-1, 'broker', 'relay', 'OrderPlaced confirm', confirm, confirmed)
    const delivery = { role: 'event', id, key } as const
    this.script.message(-1, 'broker', 'shipping', 'OrderPlaced', delivery, (delivered) => {
      const handler = this.script.start('shipping', 'OrderPlaced', delivered)
      this.after(defaultTiming.handlerMs, () => this.ship(handler, key, id, offset, delivered))
    })
  }

  private ship(handler: number, key: string, id: string, offset: number, reply: number): void {
    const shipments = this.script.table('shipping', 'shipments')
    const shipped = [...shipments.values()].some((row) => row['order'] === key)
    const rows = () => {
      const place = shipments.size + 1
      return [this.script.change('shipping', 'shipments', place, { id: place, order: key })]
    }
    this.commit('shipping', 'shipping', handler, 'ship order', rows, () => {
      if (shipped) this.breakOnce(key)
      this.step('shipping', handler, 'ack', 'OrderPlaced')
      const about = { role: 'reply', id, key, reply } as const
      this.script.message(handler, 'shipping', 'broker', 'OrderPlaced ack', about, () => {
        const position = { group: 'shipping', topic: 'orders', partition: 0, position: offset + 1 }
        const change = this.script.change('broker', 'positions', 'shipping/orders/0', position)
        this.brokerMove('position committed', offset + 1, 'shipping', 'shipping', [change])
      })
      this.end('shipping', handler)
    })
  }

  private breakOnce(key: string): void {
    const rows = [...this.script.table('shipping', 'shipments')]
      .filter(([, row]) => row['order'] === key)
      .map(([place]) => ({ database: 'shipping', table: 'shipments', key: place }))
    const why = `Order ${key} has been shipped twice: shipments ${rows.map((row) => row.key).join(' and ')}.`
    this.script.add({ kind: 'checkBroken', check: 'S-ONCE', why, rows })
  }

  private brokerMove(
    what: 'appended' | 'position committed',
    offset: number,
    id: string,
    group: string,
    changes: readonly RowChange[],
  ): void {
    const where = { service: 'broker', database: 'broker', source: 'orders', partition: 0 }
    this.script.add({ kind: 'brokerChanged', ...where, what, offset, id, group, changes })
  }

  private step(
    service: string,
    handler: number,
    effect: 'call' | 'reply' | 'read' | 'publish' | 'ack' | 'transaction',
    label: string,
  ): void {
    this.script.add({ kind: 'stepped', service, handler, effect, label })
  }

  private end(service: string, handler: number): void {
    this.script.add({ kind: 'handlerEnded', service, handler, failure: null })
  }

  private commit(
    service: string,
    database: string,
    handler: number,
    label: string,
    changes: () => readonly RowChange[],
    committed: () => void,
  ): void {
    const transaction = next(this.#transactions, database)
    const about = { service, handler, database, transaction, label }
    this.step(service, handler, 'transaction', label)
    this.script.add({ kind: 'transactionBegan', ...about })
    this.after(defaultTiming.commitMs, () => {
      const lsn = next(this.#commits, database)
      this.script.add({ kind: 'transactionCommitted', ...about, lsn, changes: changes() })
      committed()
    })
  }
}

function next(counts: Map<string, number>, name: string): number {
  const count = (counts.get(name) ?? 0) + 1
  counts.set(name, count)
  return count
}

function finish(script: Script, trace: Trace): Run {
  const broken = trace.events.find((event) => event.kind === 'checkBroken')
  const crash = trace.events.find((event) => event.kind === 'faultApplied')
  return {
    endUs: trace.events.at(-1)?.timeUs ?? 0,
    steps: trace.events.length,
    quiescent: true,
    ended: 'quiet',
    endedWhy: '',
    checks: claims.map(([id, claim, text]) => {
      const holds = broken?.check !== id
      const moment = holds ? null : broken
      return {
        id,
        claim,
        text,
        holds,
        brokenAtUs: moment?.timeUs ?? null,
        brokenAt: moment?.index ?? null,
        why: moment?.why ?? '',
        rows: moment?.rows ?? [],
      }
    }),
    faults: crash ? [{ fault: 0, applied: true, timeUs: crash.timeUs, index: crash.index }] : [],
    trace,
    world: {
      rows: (database, table) => [...script.table(database, table).values()],
      row: (database, table, key) => script.table(database, table).get(key),
      busy: () => false,
    },
    digest: '0f4a7b2c9d3e6581',
    handlerLogs: [],
  }
}

/** A fresh copy of the run, so that a test may not disturb another. */
export function sampleRun(): Run {
  return new Out4().run()
}
