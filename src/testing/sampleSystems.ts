import type { Message, Operation, System } from '../engine'
import {
  ack,
  begin,
  call,
  draw,
  isFailure,
  nack,
  newId,
  note,
  publish,
  read,
  readLog,
  reply,
  send,
  setTimer,
  sleep,
  transaction,
  wallClock,
} from '../engine'
import { client, logBroker, queueBroker, service, tables } from './systems'

/** Small systems that between them use every effect; what they do matters less than that they do it all. */
export const sampleSystems: readonly { readonly name: string; readonly system: System }[] = [
  { name: 'an outbox with two relays and a group', system: outboxSystem() },
  { name: 'a payment with retries, a queue and a timer', system: paymentSystem() },
  { name: 'two transfers that lock each other', system: transferSystem() },
]

function outboxSystem(): System {
  const relay = (id: string) =>
    service(id, {
      database: { of: 'shop' },
      every: [{ label: 'poll', ms: 30, run: relayOne }],
    })
  return {
    services: [
      service('user', {
        once: [0, 3, 40].map((atMs) => ({ label: `order at ${atMs}`, atMs, run: order })),
      }),
      service('shop', {
        database: tables({
          orders: { key: 'id', indexes: ['status'] },
          outbox: { key: 'position', sequence: 'position', indexes: ['sent'] },
        }),
        handlers: { Order: saveOrder },
      }),
      relay('relay1'),
      relay('relay2'),
      ...['ship1', 'ship2'].map((id) =>
        service(id, {
          database: tables({ inbox: { key: 'id' }, shipments: { key: 'id', sequence: 'id' } }),
          handlers: { Placed: ship },
          subscriptions: [{ broker: 'log', source: 'orders', group: 'ship', maxProcessingMs: 80 }],
        }),
      ),
    ],
    brokers: [logBroker(2)],
    links: [
      { from: 'user', to: 'shop', jitter: { shape: 'tail', spreadMs: 3 }, lossPerMille: 50 },
      { from: 'log', to: 'ship1', jitter: { shape: 'even', spreadMs: 9 }, duplicatePerMille: 200 },
    ],
    timing: { fsyncMs: 3 },
  }
}

function* order(): Operation<void> {
  const id = yield* newId('order')
  const answer = yield* call('Order', {
    to: 'shop',
    key: id,
    data: { id },
    timeoutMs: 40,
    retry: { attempts: 2, backoffMs: 10 },
  })
  yield* note(answer.outcome)
}

function* saveOrder({ key }: Message): Operation<void> {
  const isNew = yield* transaction('save order', (tx) => {
    if (!tx.insertIfAbsent('orders', { id: key, status: 'placed' })) return false
    tx.insert('outbox', { order: key, sent: false })
    return true
  })
  yield* reply(isNew ? 201 : 200)
}

function* relayOne(): Operation<void> {
  const tx = yield* begin('relay')
  const [row] = yield* tx.run('next', (open) =>
    open.selectForUpdate('outbox', { where: { sent: false }, limit: 1, skipLocked: true }),
  )
  if (row === undefined) {
    yield* tx.rollback()
    return
  }
  const key = String(row['order'])
  const result = yield* publish('Placed', { topic: 'orders', id: key, key, confirm: true })
  if (result === 'confirmed')
    yield* tx.run('mark', (open) => open.update('outbox', Number(row['position']), { sent: true }))
  yield* tx.commit()
}

function* ship(message: Message): Operation<void> {
  yield* sleep('pack', yield* draw('packing', 20))
  yield* transaction('ship', (tx) => {
    if (tx.insertIfAbsent('inbox', { id: message.id }))
      tx.insert('shipments', { order: message.id })
  })
  yield* ack(message)
}

function paymentSystem(): System {
  return {
    services: [
      client('user', 5, payTwice),
      service('shop', {
        database: tables({ sagas: { key: 'id', unique: { intent: ['intent'] } } }),
        handlers: { Pay: pay, 'Too late': tooLate },
        *start() {
          const open = yield* read('open sagas', (db) => db.count('sagas'))
          yield* note(`${open} sagas`)
        },
      }),
      ...['bank1', 'bank2'].map((id) =>
        service(id, {
          database: tables({ charges: { key: 'id' } }),
          handlers: { Charge: charge },
          subscriptions: [{ broker: 'rabbit', source: 'work', prefetch: 2 }],
        }),
      ),
      service('alarm', {
        handlers: { Charge: (message) => ack(message) },
        subscriptions: [{ broker: 'rabbit', source: 'dead', ack: 'before' }],
      }),
    ],
    brokers: [queueBroker({ deadLetter: 'dead', deliveryLimit: 3, ttlMs: 400, maxLength: 3 })],
    timing: { fsyncMs: 2 },
  }
}

function* payTwice(): Operation<void> {
  for (const intent of ['a', 'b', 'a']) {
    yield* call('Pay', { to: 'shop', key: intent, data: { intent }, timeoutMs: 60 })
  }
  yield* send('Pay', { to: 'shop', key: 'c' })
}

function* pay({ key, id }: Message): Operation<void> {
  try {
    yield* transaction('begin saga', (tx) => tx.insert('sagas', { id, intent: key }), {
      isolation: 'serializable',
    })
  } catch (failure) {
    if (!isFailure(failure, 'unique violation')) throw failure
    yield* note('already paid')
    return
  }
  yield* setTimer('Too late', { id, ms: 90, data: { at: yield* wallClock() } })
  yield* publish('Charge', { topic: 'orders', id, key, confirm: true, mandatory: true })
}

function* tooLate({ id }: Message): Operation<void> {
  yield* transaction('give up', (tx) => tx.delete('sagas', id))
}

function* charge(message: Message): Operation<void> {
  if ((yield* draw('mood', 4)) === 0) {
    yield* nack(message, { requeue: message.delivery?.attempt === 1 })
    return
  }
  yield* transaction('charge', (tx) => tx.upsert('charges', { id: message.id }), { durationMs: 7 })
  yield* ack(message)
}

function transferSystem(): System {
  const teller = (id: string, atMs: number, from: string, to: string) =>
    service(id, {
      database: { of: 'bank' },
      once: [{ label: 'transfer', atMs, run: () => transferUntilDone(from, to) }],
    })
  return {
    services: [
      service('bank', {
        database: tables({
          accounts: { key: 'id', rows: ['a', 'b', 'c'].map((id) => ({ id, balance: 10 })) },
        }),
        every: [{ label: 'tail', ms: 25, run: tail }],
      }),
      teller('teller1', 0, 'a', 'b'),
      teller('teller2', 1, 'b', 'a'),
      teller('teller3', 2, 'c', 'a'),
    ],
  }
}

function* tail(): Operation<void> {
  const entries = yield* readLog('changes', 0)
  const oldest = yield* read('oldest', (db) => db.oldestOpenTransaction())
  yield* note(`${entries.length} ${oldest}`)
}

function* transferUntilDone(from: string, to: string): Operation<void> {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      yield* transfer(from, to)
      return
    } catch (failure) {
      if (!isFailure(failure)) throw failure
      yield* note(failure.kind)
    }
  }
}

function* transfer(from: string, to: string): Operation<void> {
  const tx = yield* begin('transfer', { isolation: 'repeatable read' })
  for (const [id, by] of [
    [from, -1],
    [to, 1],
  ] as const) {
    yield* tx.run(`book ${by}`, (open) => {
      const balance = Number(open.get('accounts', id)?.['balance'])
      open.update('accounts', id, { balance: balance + by })
    })
    yield* sleep('count', 4)
  }
  yield* tx.commit()
}
