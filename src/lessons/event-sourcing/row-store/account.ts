import { begin, isFailure, read, reply, transaction, work, type Message } from '../../../engine'
import { signedAmount } from '../signedAmount'

/** Read, work it out, write it back: one row, and only its last value. */
export function* execute(request: Message) {
  const tx = yield* begin('change balance')
  const row = yield* tx.run('read balance', (db) => db.get('accounts', request.key))
  const balance = Number(row?.['balance'] ?? 0) + signedAmount(request)
  if (balance < 0) {
    yield* tx.rollback()
    return yield* reply(409, { balance: row?.['balance'] ?? 0 })
  }
  yield* work('check the card', 3)
  yield* tx.run('save balance', (db) => {
    db.upsert('accounts', { mail: null, ...row, id: request.key, balance })
  })
  yield* tx.commit()
  return yield* reply(201, { balance })
}

/** One table has one unique index, over all accounts. */
export function* openAccount(request: Message) {
  const { mail } = request.data as { readonly mail: string }
  try {
    yield* transaction('insert account', (tx) => {
      tx.insert('accounts', { id: request.key, balance: 0, mail })
    })
  } catch (error) {
    if (!isFailure(error, 'unique violation')) throw error
    return yield* reply(409)
  }
  return yield* reply(201)
}

export function* getBalance(request: Message) {
  const row = yield* read('the account', (db) => db.get('accounts', request.key))
  yield* reply(200, { balance: row?.['balance'] ?? 0 })
}

/** Who took so much, and when? The row knows what is left. */
export function* explain(request: Message) {
  const row = yield* read('the account', (db) => db.get('accounts', request.key))
  yield* reply(404, { balance: row?.['balance'] ?? 0 })
}
