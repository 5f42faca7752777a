import { groupBy, rowName, type Check, type Row, type World } from '../../engine'
import type { CheckInfo } from '../definition'

type Judge = Check['holds']

/** The claims of this lesson; the ids are those of the catalogue of invariants where it has one. */
export const checks: readonly Check[] = [
  { id: 'S-ONCE', claim: 'always', text: 'One order is charged once', holds: chargedOnce },
  { id: 'S-REPLY', claim: 'always', text: 'All clicks get the same answer', holds: sameAnswer },
  { id: 'Q-REPLY', claim: 'eventually', text: 'Every click gets an answer', holds: allAnswered },
  { id: 'Q-CLEAN', claim: 'eventually', text: 'No key stays in progress', holds: noKeyHeld },
]

export const checkInfos: readonly CheckInfo[] = checks.map(({ id, claim, text }) => ({
  id,
  claim,
  text,
}))

function chargedOnce(world: World): ReturnType<Judge> {
  for (const [order, charges] of groupBy(world.rows('psp', 'charges'), 'order')) {
    if (charges.length < 2) continue
    return {
      why: `Order ${order} is charged ${charges.length} times: charges ${list(charges, 'id')}.`,
      rows: charges.map(({ id }) => rowName('psp', 'charges', id as number)),
    }
  }
  return true
}

function sameAnswer(world: World): ReturnType<Judge> {
  const answered = world.rows('client', 'clicks').filter(({ answer }) => answer !== 'waits')
  const first = answered[0]
  const other = answered.find((click) => answerOf(click) !== answerOf(first ?? click))
  if (first === undefined || other === undefined) return true
  return {
    why: `Click ${Number(first['click'])} was told ${answerOf(first)}, click ${Number(other['click'])} ${answerOf(other)}.`,
    rows: [first, other].map(clickName),
  }
}

function allAnswered(world: World): ReturnType<Judge> {
  const waiting = world.rows('client', 'clicks').filter(({ answer }) => answer === 'waits')
  if (waiting.length === 0) return true
  return {
    why: `No final answer for click ${list(waiting, 'click')}.`,
    rows: waiting.map(clickName),
  }
}

function noKeyHeld(world: World): ReturnType<Judge> {
  const held = world.rows('api', 'idempotency').filter(({ status }) => status === 'IN_PROGRESS')
  if (held.length === 0) return true
  return {
    why: `${list(held, 'key')} is in progress, and nobody works on it.`,
    rows: held.map(({ key }) => rowName('api', 'idempotency', String(key))),
  }
}

/** `201, charge 3`. */
export function answerOf({ answer, body }: Row): string {
  const charge = (body as { readonly charge?: number } | null | undefined)?.charge
  return charge === undefined ? String(answer) : `${String(answer)}, charge ${charge}`
}

function clickName({ click }: Row) {
  return rowName('client', 'clicks', Number(click))
}

function list(rows: readonly Row[], column: string): string {
  return rows.map((row) => String(row[column])).join(', ')
}
