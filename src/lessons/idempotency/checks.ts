import { groupBy, rowName, type Check, type Row, type World } from '../../engine'
import type { CheckInfo } from '../definition'
import type { Payment } from './keys'

type Verdict = ReturnType<Check['holds']>

/** The claims of this lesson; the ids are those of the catalogue of invariants where it has one. */
export const checks: readonly Check[] = [
  { id: 'S-ONCE', claim: 'always', text: 'No order is charged twice', holds: chargedOnce },
  {
    id: 'S-REPLY',
    claim: 'always',
    text: 'An answer is about its own request, and the same each time',
    holds: rightAnswers,
  },
  { id: 'Q-REPLY', claim: 'eventually', text: 'Every payment gets an answer', holds: allAnswered },
  {
    id: 'Q-MONEY',
    claim: 'eventually',
    text: 'A card is charged if, and only if, its payment is on record',
    holds: moneyFits,
  },
  { id: 'Q-CLEAN', claim: 'eventually', text: 'No key stays in progress', holds: noKeyHeld },
]

export const checkInfos: readonly CheckInfo[] = checks.map(({ id, claim, text }) => ({
  id,
  claim,
  text,
}))

/** What took money: charges of a card, or entries of a wallet. */
export function effects(world: World): readonly Row[] {
  return [...world.rows('psp', 'charges'), ...world.rows('api', 'wallet')]
}

function effectName(world: World, { id }: Row) {
  return world.rows('api', 'wallet').length > 0
    ? rowName('api', 'wallet', id as number)
    : rowName('psp', 'charges', id as number)
}

function chargedOnce(world: World): Verdict {
  for (const [order, taken] of groupBy(effects(world), 'order')) {
    if (taken.length < 2) continue
    const ids = taken.map(({ id }) => String(id)).join(', ')
    return {
      why: `Order ${order} is charged ${taken.length} times: ${ids}.`,
      rows: taken.map((effect) => effectName(world, effect)),
    }
  }
  return true
}

/** A success names the order and the amount that were asked for, and the same charge as any other success for it. */
function rightAnswers(world: World): Verdict {
  for (const [order, asked] of groupBy(successes(world), 'order')) {
    const wrong = asked.find(({ amount, body }) => {
      const told = body as unknown as Payment
      return told.order !== order || told.amount !== amount
    })
    if (wrong !== undefined) {
      const told = wrong['body'] as unknown as Payment
      const why = `The customer asked to pay ${Number(wrong['amount'])} for order ${order} and was told of ${told.amount} for order ${told.order}.`
      return { why, rows: [askedName(wrong)] }
    }
    const answers = new Set(asked.map(({ body }) => JSON.stringify(body)))
    if (answers.size > 1) {
      const why = `Order ${order}: ${answers.size} different answers to the same request.`
      return { why, rows: asked.map(askedName) }
    }
  }
  return true
}

function successes(world: World): readonly Row[] {
  return world.rows('client', 'asked').filter(({ answer }) => answer === 201)
}

function askedName({ id }: Row) {
  return rowName('client', 'asked', id as number)
}

function allAnswered(world: World): Verdict {
  const waiting = world.rows('client', 'asked').filter(({ answer }) => answer === 'waits')
  if (waiting.length === 0) return true
  return {
    why: `The customer never learned what became of order ${String(waiting[0]?.['order'])}.`,
    rows: waiting.map(askedName),
  }
}

/** Twice too much is another claim; this one is about money without a payment, and a payment without money. */
function moneyFits(world: World): Verdict {
  const taken = effects(world)
  const paid = world.rows('api', 'payments')
  const has = (rows: readonly Row[], { order }: Row) => rows.some((row) => row['order'] === order)
  const unpaid = taken.filter((effect) => !has(paid, effect))
  if (unpaid.length > 0) {
    return {
      why: `Order ${String(unpaid[0]?.['order'])} is charged, and PayAPI has no payment for it.`,
      rows: unpaid.map((effect) => effectName(world, effect)),
    }
  }
  const free = paid.filter((payment) => !has(taken, payment))
  if (free.length === 0) return true
  return {
    why: `Order ${String(free[0]?.['order'])} counts as paid, and nobody was charged.`,
    rows: free.map(({ id }) => rowName('api', 'payments', id as number)),
  }
}

function noKeyHeld(world: World): Verdict {
  const held = world.rows('api', 'idempotency').filter(({ status }) => status === 'IN_PROGRESS')
  if (held.length === 0) return true
  return {
    why: `${held.map(({ key }) => String(key)).join(', ')} is in progress, and nobody works on it.`,
    rows: held.map(({ scope, key }) =>
      rowName('api', 'idempotency', `${String(scope)}/${String(key)}`),
    ),
  }
}
