import { describe, expect, it } from 'vitest'
import type { DatabaseSpec, Fault, Isolation, Operation, Run, System, Transaction } from './index'
import { begin, isFailure, note, read, readLog, sleep, transaction } from './index'
import { eventsOf, notes, play, rowsOf, service, tables, timesOf } from '../testing/systems'

const accounts = tables({
  accounts: {
    key: 'id',
    unique: { email: ['email'] },
    rows: [
      { id: 'a', balance: 10, email: 'a@x' },
      { id: 'b', balance: 10, email: 'b@x' },
    ],
  },
})
const orders = tables({
  orders: { key: 'number', sequence: 'number', unique: { intent: ['intent'] } },
})

/** Clients of one database, each with its own program, started at 0, 1, 2 … ms. */
function together(database: DatabaseSpec, ...programs: (() => Operation<unknown>)[]): System {
  return {
    services: [
      service('db', { database }),
      ...programs.map((run, index) =>
        service(`t${index + 1}`, {
          database: { of: 'db' },
          once: [{ label: 'go', atMs: index, run: () => telling(run) }],
        }),
      ),
    ],
  }
}

function* telling(run: () => Operation<unknown>): Operation<void> {
  try {
    yield* run()
    yield* note('done')
  } catch (failure) {
    if (!isFailure(failure)) throw failure
    yield* note(failure.kind)
  }
}

function short(body: (tx: Transaction) => unknown, options?: { readonly durationMs?: number }) {
  return () => transaction('save', body, options)
}

/** Opens a transaction, runs statements 10 ms apart, and commits after another 10 ms. */
function slowly(isolation: Isolation, ...bodies: ((tx: Transaction) => unknown)[]) {
  return function* () {
    const tx = yield* begin('slow', { isolation })
    for (const body of bodies) {
      yield* tx.run('step', body)
      yield* sleep('think', 10)
    }
    yield* tx.commit()
  }
}

const balance = (run: Run, id: string) => run.world.row('db', 'accounts', id)?.['balance']
const at = (point: string, fault: object) => ({ at: { point }, ...fault }) as Fault

describe('a local transaction', () => {
  it('shows its writes to nobody before it commits, and all of them then', () => {
    const run = play(
      together(
        accounts,
        short(
          (tx) => {
            tx.update('accounts', 'a', { balance: 4 })
            tx.update('accounts', 'b', { balance: 16 })
          },
          { durationMs: 5 },
        ),
        function* () {
          for (let i = 0; i < 3; i++) {
            const seen = yield* read('look', (db) =>
              db.find('accounts').map((row) => row['balance']),
            )
            yield* note(seen.join(' '))
            yield* sleep('wait', 2)
          }
        },
      ),
    )
    expect(notes(run)).toEqual([
      '1 t2: 10 10',
      '3 t2: 10 10',
      '5 t1: done',
      '5 t2: 4 16',
      '7 t2: done',
    ])
    expect(eventsOf(run, 'transactionCommitted')[0]).toMatchObject({
      lsn: 1,
      changes: [{ key: 'a' }, { key: 'b' }],
    })
  })

  it('sees its own writes in every kind of read', () => {
    let seen: unknown
    play(
      together(
        accounts,
        short((tx) => {
          tx.insert('accounts', { id: 'c', balance: 7, email: 'c@x' })
          tx.update('accounts', 'a', { balance: 99 })
          tx.delete('accounts', 'b')
          seen = {
            get: tx.get('accounts', 'a')?.['balance'],
            find: tx.find('accounts').map((row) => row['id']),
            range: tx.range('accounts', { column: 'balance', below: 50 }).map((row) => row['id']),
            first: tx.first('accounts', { orderBy: 'balance', descending: true })?.['id'],
            count: tx.count('accounts', { where: { balance: 7 } }),
          }
        }),
      ),
    )
    expect(seen).toEqual({ get: 99, find: ['a', 'c'], range: ['c'], first: 'a', count: 1 })
  })

  it('keeps nothing when it rolls back', () => {
    const run = play(
      together(
        accounts,
        short((tx) => {
          tx.update('accounts', 'a', { balance: 0 })
          tx.rollback('changed my mind')
        }),
      ),
    )
    expect(notes(run)).toEqual(['0 t1: rolled back'])
    expect(balance(run, 'a')).toBe(10)
  })

  it('is rolled back when its handler ends without a commit', () => {
    const run = play(
      together(accounts, function* () {
        const tx = yield* begin('forgotten')
        yield* tx.run('take', (open) => open.update('accounts', 'a', { balance: 0 }))
      }),
    )
    expect(eventsOf(run, 'transactionAborted')[0]?.reason).toBe('left open')
    expect(balance(run, 'a')).toBe(10)
  })

  it('replaces a whole row by an upsert and adds one that is not there', () => {
    const run = play(
      together(
        tables({ view: { key: 'id', rows: [{ id: 1, old: true }] } }),
        short((tx) => {
          tx.upsert('view', { id: 1, name: 'new' })
          tx.upsert('view', { id: 2, name: 'added' })
        }),
      ),
    )
    expect(rowsOf(run, 'db', 'view')).toEqual([
      { id: 1, name: 'new' },
      { id: 2, name: 'added' },
    ])
  })
})

describe('a unique key', () => {
  const insert = () => short((tx) => tx.insert('orders', { intent: 'k1' }), { durationMs: 5 })

  it('makes the second insert wait, and fail when the first commits', () => {
    const run = play(together(orders, insert(), insert()))
    expect(notes(run)).toEqual(['5 t1: done', '5 t2: unique violation'])
    expect(eventsOf(run, 'transactionWaits')).toMatchObject([{ holder: 1, transaction: 2 }])
    expect(rowsOf(run, 'db', 'orders')).toEqual([{ number: 1, intent: 'k1' }])
  })

  it('makes the second insert wait, and proceed when the first rolls back, with the number it had taken', () => {
    const refuse = at('t1/before_commit(save)', { do: 'serialization-failure' })
    const run = play(together(orders, insert(), insert(), insert()), [refuse])
    expect(notes(run)).toEqual([
      '5 t1: serialization failure',
      '10 t2: done',
      '10 t3: unique violation',
    ])
    expect(rowsOf(run, 'db', 'orders')).toEqual([{ number: 2, intent: 'k1' }])
  })

  it('holds for the primary key, too', () => {
    const take = short((tx) => tx.insert('accounts', { id: 'c', balance: 0, email: null }))
    const run = play(together(accounts, take, take))
    expect(notes(run)).toEqual(['2 t1: done', '2 t2: unique violation'])
  })

  it('does not see empty values as equal', () => {
    const run = play(
      together(
        accounts,
        short((tx) => {
          tx.insert('accounts', { id: 'c', balance: 0, email: null })
          tx.insert('accounts', { id: 'd', balance: 0 })
        }),
      ),
    )
    expect(notes(run)).toEqual(['2 t1: done'])
  })

  it('tells insertIfAbsent without a failure, which waits for an insert that is under way', () => {
    const first = function* () {
      yield* note(
        String(yield* transaction('save', (tx) => tx.insertIfAbsent('orders', { intent: 'k' }))),
      )
    }
    const run = play(together(orders, first, first))
    expect(notes(run)).toEqual(['2 t1: true', '2 t1: done', '4 t2: false', '4 t2: done'])
  })

  it('can be passed on within one commit, and is then the new row’s', () => {
    const swap = short((tx) => {
      tx.update('accounts', 'b', { email: 'other' })
      tx.update('accounts', 'a', { email: 'b@x' })
    })
    const later = function* () {
      yield* sleep('wait', 10)
      yield* transaction('again', (tx) =>
        tx.insert('accounts', { id: 'c', balance: 0, email: 'b@x' }),
      )
    }
    expect(notes(play(together(accounts, swap, later)))).toEqual([
      '2 t1: done',
      '11 t2: unique violation',
    ])
  })

  it('is not free while the one who gives it up is still open', () => {
    const giveUp = slowly('read committed', (tx) => tx.update('accounts', 'a', { email: 'new' }))
    const take = short((tx) => tx.insert('accounts', { id: 'c', balance: 0, email: 'a@x' }))
    const run = play(together(accounts, giveUp, take))
    expect(notes(run)).toEqual(['12 t1: done', '14 t2: done'])
  })

  it('is checked against what is committed, not against a snapshot', () => {
    const old = slowly(
      'repeatable read',
      (tx) => tx.count('orders'),
      (tx) => tx.insert('orders', { intent: 'k' }),
    )
    const quick = short((tx) => tx.insert('orders', { intent: 'k' }))
    expect(notes(play(together(orders, old, quick)))).toEqual([
      '3 t2: done',
      '10 t1: unique violation',
    ])
  })
})

describe('a sequence', () => {
  it('gives its values at the insert, so a rollback leaves a gap', () => {
    const failing = short((tx) => {
      tx.insert('orders', { intent: 'x' })
      tx.rollback('no')
    })
    const fine = short((tx) => tx.insert('orders', { intent: 'y' }))
    const run = play(together(orders, failing, fine))
    expect(rowsOf(run, 'db', 'orders')).toEqual([{ number: 2, intent: 'y' }])
  })

  it('is not in commit order', () => {
    const slow = short((tx) => tx.insert('orders', { intent: 'x' }), { durationMs: 10 })
    const quick = short((tx) => tx.insert('orders', { intent: 'y' }))
    const run = play(together(orders, slow, quick))
    const numbers = eventsOf(run, 'transactionCommitted').map(({ changes }) => changes[0]?.key)
    expect(numbers).toEqual([2, 1])
  })

  it('lets a reader see below which transaction nothing can appear any more', () => {
    const slow = short((tx) => tx.insert('orders', { intent: 'x', xid: tx.number }), {
      durationMs: 10,
    })
    const reader = function* () {
      yield* note(String(yield* read('look', (db) => db.oldestOpenTransaction())))
      yield* sleep('wait', 10)
      yield* note(String(yield* read('look', (db) => db.oldestOpenTransaction())))
    }
    expect(notes(play(together(orders, slow, reader)))).toEqual([
      '1 t2: 1',
      '10 t1: done',
      '11 t2: 2',
      '11 t2: done',
    ])
  })
})

describe('isolation', () => {
  /** Reads a balance, thinks, and writes it back with one more. */
  const increment = (isolation: Isolation) =>
    function* () {
      const tx = yield* begin('increment', { isolation })
      const now = yield* tx.run('read', (open) => Number(open.get('accounts', 'a')?.['balance']))
      yield* sleep('think', 10)
      yield* tx.run('write', (open) => open.update('accounts', 'a', { balance: now + 1 }))
      yield* tx.commit()
    }

  it('read committed loses an update', () => {
    const run = play(together(accounts, increment('read committed'), increment('read committed')))
    expect(notes(run)).toEqual(['12 t1: done', '14 t2: done'])
    expect(balance(run, 'a')).toBe(11)
  })

  it('repeatable read lets the first updater win', () => {
    const run = play(together(accounts, increment('repeatable read'), increment('repeatable read')))
    expect(notes(run)).toEqual(['12 t1: done', '12 t2: serialization failure'])
    expect(balance(run, 'a')).toBe(11)
  })

  it('repeatable read lets the second go on when the first rolls back', () => {
    const system = together(accounts, increment('repeatable read'), increment('repeatable read'))
    const run = play(system, [at('t1/before_commit(increment)', { do: 'serialization-failure' })])
    expect(notes(run)).toEqual(['12 t1: serialization failure', '14 t2: done'])
  })

  it('read committed sees what others commit meanwhile, repeatable read does not', () => {
    const reader = (isolation: Isolation) =>
      function* () {
        const tx = yield* begin('look', { isolation })
        for (let i = 0; i < 2; i++) {
          yield* note(
            String(yield* tx.run('read', (open) => open.find('accounts')[0]?.['balance'])),
          )
          yield* sleep('wait', 10)
        }
        yield* tx.commit()
      }
    const writer = short((tx) => tx.update('accounts', 'a', { balance: 0 }))
    const run = play(
      together(accounts, reader('read committed'), reader('repeatable read'), writer),
    )
    expect(notes(run).filter((text) => text.includes('t1'))).toContain('10 t1: 0')
    expect(notes(run).filter((text) => text.includes('t2'))).toContain('11 t2: 10')
  })

  it('repeatable read still sees a row that was deleted after it began', () => {
    const reader = slowly(
      'repeatable read',
      (tx) => tx.count('accounts'),
      (tx) => {
        if (tx.count('accounts') !== 2) tx.rollback('a row has vanished')
      },
    )
    const deleter = short((tx) => tx.delete('accounts', 'b'))
    expect(notes(play(together(accounts, reader, deleter)))).toEqual(['3 t2: done', '22 t1: done'])
  })

  /** On call: may leave only while the other one stays. */
  const leave = (isolation: Isolation, id: string) =>
    slowly(isolation, (tx) => {
      const both = tx.find('accounts', { match: (row) => Number(row['balance']) > 0 }).length
      if (both > 1) tx.update('accounts', id, { balance: 0 })
    })

  it('repeatable read allows write skew, serializable does not', () => {
    const skewed = play(
      together(accounts, leave('repeatable read', 'a'), leave('repeatable read', 'b')),
    )
    expect([balance(skewed, 'a'), balance(skewed, 'b')]).toEqual([0, 0])
    const safe = play(together(accounts, leave('serializable', 'a'), leave('serializable', 'b')))
    expect(notes(safe)).toEqual(['12 t1: done', '13 t2: serialization failure'])
    expect([balance(safe, 'a'), balance(safe, 'b')]).toEqual([0, 10])
  })

  it('serializable lets two pass that touch different rows of one table', () => {
    const touch = (id: string) =>
      slowly('serializable', (tx) => tx.update('accounts', id, { balance: 1 }))
    expect(notes(play(together(accounts, touch('a'), touch('b'))))).toEqual([
      '12 t1: done',
      '13 t2: done',
    ])
  })

  it('an increment of the row as it is now is safe at read committed', () => {
    const plusOne = slowly('read committed', (tx) =>
      tx.update('accounts', 'a', { balance: Number(tx.get('accounts', 'a')?.['balance']) + 1 }),
    )
    const run = play(together(accounts, plusOne, plusOne))
    expect(timesOf(run, 'transactionWaits')).toEqual([1])
    expect(balance(run, 'a')).toBe(12)
  })
})

describe('a lock', () => {
  const touch = (...ids: readonly string[]) =>
    slowly('read committed', ...ids.map((id) => (tx: Transaction) => tx.update('accounts', id, {})))

  it('ends a circle of waiting by failing the one who closed it', () => {
    const run = play(together(accounts, touch('a', 'b'), touch('b', 'a')))
    expect(notes(run)).toEqual(['11 t2: deadlock', '23 t1: done'])
    expect(eventsOf(run, 'transactionWaits')).toMatchObject([{ timeUs: 10_000, holder: 2 }])
  })

  it('is kept by a statement that waits for another one', () => {
    const both = short((tx) => {
      tx.update('accounts', 'a', { balance: 1 })
      tx.update('accounts', 'b', { balance: 1 })
    })
    const run = play(together(accounts, touch('b', 'a'), both))
    expect(notes(run)).toEqual(['10 t1: deadlock', '12 t2: done'])
  })

  it('is handed on in the order of asking', () => {
    const quick = short((tx) => tx.update('accounts', 'a', {}))
    const run = play(together(accounts, touch('a'), quick, quick, quick))
    expect(notes(run)).toEqual(['12 t1: done', '14 t2: done', '16 t3: done', '18 t4: done'])
  })

  it('is let go when its process dies, and the waiting go on', () => {
    const quick = short((tx) => tx.update('accounts', 'a', { balance: 5 }))
    const system = together(accounts, touch('a'), quick)
    const run = play(system, [{ at: { timeMs: 6 }, do: 'crash', service: 't1', restartAfterMs: 1 }])
    expect(eventsOf(run, 'transactionAborted')[0]?.reason).toBe('its process died')
    expect(notes(run)).toEqual(['8 t2: done'])
  })

  it('dies with a process that waits for it', () => {
    const quick = short((tx) => tx.update('accounts', 'a', { balance: 5 }))
    const system = together(accounts, touch('a'), quick, quick)
    const run = play(system, [{ at: { timeMs: 6 }, do: 'crash', service: 't2', restartAfterMs: 1 }])
    expect(notes(run)).toEqual(['12 t1: done', '14 t3: done'])
  })

  it('is passed over by workers that skip what is locked', () => {
    const worker = slowly('read committed', (tx) => {
      const [row] = tx.selectForUpdate('accounts', { limit: 1, skipLocked: true })
      if (row !== undefined) tx.delete('accounts', String(row['id']))
    })
    const run = play(together(accounts, worker, worker, worker))
    expect(eventsOf(run, 'transactionWaits')).toEqual([])
    expect(eventsOf(run, 'transactionCommitted').map(({ changes }) => changes[0]?.key)).toEqual([
      'a',
      'b',
      undefined,
    ])
  })

  it('is not needed by reads', () => {
    const reader = short((tx) => tx.get('accounts', 'a'))
    expect(notes(play(together(accounts, touch('a'), reader)))[0]).toBe('3 t2: done')
  })
})

describe('the commit log', () => {
  it('shows every statement in commit order, also rows inserted and deleted in one transaction', () => {
    const both = short((tx) => {
      const { number } = tx.insert('orders', { intent: 'x' })
      tx.delete('orders', Number(number))
    })
    const tail = function* () {
      yield* sleep('wait', 10)
      const entries = yield* readLog('tail', 0)
      for (const { lsn, statements } of entries)
        yield* note(
          `${lsn} ${statements.map(({ op, row }) => `${op} ${row['intent']}`).join(', ')}`,
        )
    }
    const run = play(
      together(
        orders,
        both,
        short((tx) => tx.insert('orders', { intent: 'y' })),
        tail,
      ),
    )
    expect(notes(run).slice(2, 4)).toEqual(['12 t3: 1 insert x, delete x', '12 t3: 2 insert y'])
    expect(eventsOf(run, 'transactionCommitted')[0]?.changes).toEqual([])
  })
})

describe('a database fault', () => {
  const save = short((tx) => tx.insert('orders', { intent: 'x' }))

  it('refuses a commit as a conflict or as a duplicate', () => {
    for (const verb of ['serialization-failure', 'unique-violation'] as const) {
      const run = play(together(orders, save), [at('t1/before_commit(save)', { do: verb })])
      expect(notes(run)).toEqual([`2 t1: ${verb.replace('-', ' ')}`])
      expect(rowsOf(run, 'db', 'orders')).toEqual([])
    }
  })

  it('makes it unavailable for a while: what is open is rolled back at once', () => {
    const hold = slowly('read committed', (tx) => tx.insert('orders', { intent: 'x' }))
    const later = function* () {
      yield* sleep('wait', 20)
      yield* save()
    }
    const run = play(together(orders, hold, save, save, later), [
      { at: { timeMs: 3 }, do: 'db-unavailable', service: 'db', forMs: 10 },
    ])
    expect(notes(run)).toEqual([
      '3 t2: database unavailable',
      '3 t3: database unavailable',
      '12 t1: database unavailable',
      '25 t4: done',
    ])
    expect(timesOf(run, 'transactionAborted')).toEqual([3, 3, 3])
    expect([timesOf(run, 'databaseDown'), timesOf(run, 'databaseUp')]).toEqual([[3], [13]])
  })

  it('loses the last commits although they were acknowledged', () => {
    const two = function* () {
      yield* transaction('first', (tx) => tx.insert('orders', { intent: 'x' }))
      yield* transaction('second', (tx) => tx.update('orders', 1, { intent: 'y' }))
    }
    const faults: Fault[] = [{ at: { timeMs: 50 }, do: 'lose-tail', service: 'db', commits: 1 }]
    const run = play(
      together(orders, two, () => sleep('wait', 60)),
      faults,
    )
    expect(rowsOf(run, 'db', 'orders')).toEqual([{ number: 1, intent: 'x' }])
    expect(eventsOf(run, 'transactionsLost')).toMatchObject([
      { commits: 1, changes: [{ key: 1, before: { intent: 'y' }, after: { intent: 'x' } }] },
    ])
    const none = play(
      together(orders, () => sleep('wait', 60)),
      faults,
    )
    expect(none.faults[0]?.why).toBe('The database of db has no commit to lose.')
  })
})
