import { call, note, transaction, type Operation, type Service } from '../../engine'
import type { ParamValues } from '../definition'
import { stories } from './params'

type Errand = NonNullable<Service['once']>[number]

/** What Anna does, and when. */
export function annasErrands(params: ParamValues): readonly Errand[] {
  const wait = params['waitMs'] ?? 500
  const look = (atMs: number) => at(atMs, 'look at the balance', () => getBalance(wait))
  switch (params['story']) {
    case stories.day:
      return [
        at(0, 'bring 100', () => deposit('d1', 100, wait)),
        at(100, 'take 30', () => withdraw('w1', 30, wait)),
        at(300, 'ask who took 50', () => explain(50, wait)),
      ]
    case stories.machines:
      return [at(0, 'take 80', () => withdraw('w1', 80, wait)), look(200)]
    case stories.deposit:
      return [at(0, 'bring 40', () => deposit('d1', 40, wait)), look(300)]
    case stories.typo:
      return [at(0, 'bring 100, typed as 1000', () => deposit('d1', 1000, wait)), look(300)]
    case stories.coins:
      return [look(0), look(100)]
    case stories.purchases:
      return [at(0, 'buy three teas', () => buy(wait))]
    default:
      return [at(0, 'open an account', () => openAccount('acct-1', wait))]
  }
}

/** Ben has a card for the same account. */
export function bensErrands(params: ParamValues): readonly Errand[] {
  const { waitMs: wait = 500, apartMs = 0 } = params
  switch (params['story']) {
    case stories.day:
      return [at(200 + apartMs, 'take 50', () => withdraw('w2', 50, wait))]
    case stories.machines:
      return [at(apartMs, 'take 80', () => withdraw('w2', 80, wait))]
    case stories.mail:
      return [at(apartMs, 'open an account', () => openAccount('acct-2', wait))]
    default:
      return []
  }
}

function at(atMs: number, label: string, run: Errand['run']): Errand {
  return { atMs, label, run }
}

function* deposit(id: string, amount: number, timeoutMs: number): Operation<void> {
  yield* transaction('put money in', (tx) => {
    tx.insert('cash', { id, way: 'in', amount })
  })
  const answer = yield* call('Deposit', {
    to: 'account',
    id,
    key: 'acct-1',
    data: { amount },
    timeoutMs,
  })
  if (answer.outcome === 'unknown') yield* note('Nobody knows whether the deposit was booked.')
}

/** The machine pays when it has been told that the withdrawal is booked, and only then. */
function* withdraw(id: string, amount: number, timeoutMs: number): Operation<void> {
  const answer = yield* call('Withdraw', {
    to: 'account',
    id,
    key: 'acct-1',
    data: { amount },
    timeoutMs,
  })
  if (answer.outcome === 'unknown') yield* note('The machine does not know and pays nothing.')
  if (answer.outcome !== 'answered' || answer.status !== 201) return

  yield* transaction('hand out cash', (tx) => {
    tx.insert('cash', { id, way: 'out', amount })
  })
}

function* getBalance(timeoutMs: number): Operation<void> {
  const answer = yield* call('GetBalance', {
    to: 'account',
    key: 'acct-1',
    role: 'query',
    timeoutMs,
  })
  if (answer.outcome !== 'answered' || answer.status !== 200) return

  const { balance, version, folded } = answer.data as Record<string, number | undefined>
  yield* transaction('remember what was shown', (tx) => {
    tx.insert('shown', { balance: balance ?? 0, version: version ?? null, folded: folded ?? null })
  })
}

function* explain(amount: number, timeoutMs: number): Operation<void> {
  const answer = yield* call('Explain', {
    to: 'account',
    key: 'acct-1',
    data: { amount },
    role: 'query',
    timeoutMs,
  })
  if (answer.outcome !== 'answered' || answer.status >= 500) return

  yield* transaction('remember the answer', (tx) => {
    const found = answer.status === 200 ? String(answer.data) : 'nobody knows'
    tx.upsert('answers', { question: `who took ${amount}?`, answer: found })
  })
}

function* buy(timeoutMs: number): Operation<void> {
  const data = { line: { product: 'tea', qty: 3, price: 2 } }
  yield* call('Buy', { to: 'account', id: 'b1', key: 'card-1', data, timeoutMs })
}

function* openAccount(account: string, timeoutMs: number): Operation<void> {
  const data = { mail: 'anna@example.org' }
  yield* call('OpenAccount', {
    to: 'account',
    id: `open-${account}`,
    key: account,
    data,
    timeoutMs,
  })
}
