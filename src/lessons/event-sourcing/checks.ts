import { groupBy, rowName, type Check, type Row, type World } from '../../engine'
import type { CheckInfo, ParamValues } from '../definition'
import { judged } from '../judged'
import { historyOf } from './histories'
import { change, emptyAccount, evolve, stored, type StoredEvent } from './ledger'

/** The claims of this lesson; where the catalogue of invariants has an id, it is that one. */
export const checkInfos: readonly CheckInfo[] = [
  { id: 'S-STOCK', claim: 'always', text: 'Nobody takes out more than there is' },
  { id: 'S-ONCE', claim: 'always', text: 'No command is booked twice' },
  {
    id: 'S-STREAM',
    claim: 'always',
    text: 'Events are numbered without a gap and never rewritten',
  },
  { id: 'S-FOLD', claim: 'always', text: 'A balance shown is the sum of the events up to then' },
  { id: 'Q-VIEW', claim: 'eventually', text: 'The statement says what the events say' },
  { id: 'Q-AUDIT', claim: 'eventually', text: 'Who asks about a withdrawal gets an answer' },
]

export function checks(params: ParamValues): readonly Check[] {
  return judged(checkInfos, {
    'S-STOCK': nothingOverdrawn(params),
    'S-ONCE': bookedOnce,
    'S-STREAM': neverRewritten,
    'S-FOLD': shownAsFolded,
    'Q-VIEW': statementComplete,
    'Q-AUDIT': answered,
  })
}

/** All of one stream, in order. */
export function eventsOf(world: World, stream: string): readonly StoredEvent[] {
  return stored(world.rows('store', 'events').filter((event) => event['stream_id'] === stream))
}

/** State of a stream by the rules of today. */
export function foldOf(events: readonly StoredEvent[]) {
  return events.reduce(evolve, emptyAccount(''))
}

function nothingOverdrawn(params: ParamValues): Check['holds'] {
  const opening = sum(historyOf(params).accounts, 'balance')
  return (world) => {
    const events = eventsOf(world, 'acct-1')
    const { balance } = foldOf(events)
    if (balance < 0)
      return {
        why: `The events of acct-1 add up to ${balance}.`,
        rows: events.map(eventName),
      }
    const cash = cashOf(world)
    const paid = sum(cash.filter(isOut), 'amount')
    const had =
      opening +
      sum(
        cash.filter((row) => !isOut(row)),
        'amount',
      )
    if (paid <= had) return true
    return {
      why: `${had} were in the account and ${paid} came out of the machines.`,
      rows: people.flatMap((who) =>
        world.rows(who, 'cash').map((row) => rowName(who, 'cash', String(row['id']))),
      ),
    }
  }
}

const people = ['anna', 'ben']

export function cashOf(world: World): readonly Row[] {
  return people.flatMap((who) => world.rows(who, 'cash'))
}

export function isOut(row: Row): boolean {
  return row['way'] === 'out'
}

export function sum(rows: readonly Row[], column: string): number {
  return rows.reduce((total, row) => total + Number(row[column] ?? 0), 0)
}

function bookedOnce(world: World): ReturnType<Check['holds']> {
  const events = stored(world.rows('store', 'events'))
  for (const event of events) {
    const command = event.metadata.causationId
    const twins = events.filter(({ metadata }) => metadata.causationId === command)
    if (twins.length > 1)
      return {
        why: `Command ${command} is in the stream ${twins.length} times.`,
        rows: twins.map(eventName),
      }
  }
  return true
}

function neverRewritten(world: World): ReturnType<Check['holds']> {
  for (const [stream, rows] of groupBy(world.rows('store', 'events'), 'stream_id')) {
    const events = stored(rows)
    const gap = events.find(({ stream_position }, n) => stream_position !== n + 1)
    if (gap !== undefined)
      return { why: `${stream} has a gap before ${gap.stream_position}.`, rows: [eventName(gap)] }
    for (const event of events) {
      const line = lineOf(world, event)
      if (line === undefined || event.type === 'Purchased') continue
      if (line['amount'] !== change(event))
        return {
          why: `Event ${event.stream_position} of ${stream} was ${String(line['amount'])} when the statement read it, and is ${change(event)} now.`,
          rows: [eventName(event)],
        }
    }
  }
  return true
}

function lineOf(world: World, { stream_id, stream_position }: StoredEvent): Row | undefined {
  return world.row('store', 'lines', `${stream_id}/${stream_position}`)
}

function shownAsFolded(world: World): ReturnType<Check['holds']> {
  const events = eventsOf(world, 'acct-1')
  for (const row of world.rows('anna', 'shown')) {
    if (row['version'] === null) continue
    const { balance } = foldOf(events.slice(0, Number(row['version'])))
    if (row['balance'] !== balance)
      return {
        why: `Anna was shown ${String(row['balance'])}; the ${String(row['version'])} events add up to ${balance}.`,
        rows: [rowName('anna', 'shown', row['id'] as number)],
      }
  }
  return true
}

function statementComplete(world: World): ReturnType<Check['holds']> {
  for (const [stream, rows] of groupBy(world.rows('store', 'events'), 'stream_id')) {
    let balance = 0
    for (const event of stored(rows)) {
      balance += worth(event)
      const line = lineOf(world, event)
      if (line?.['balance'] === balance) continue
      const says = line === undefined ? 'nothing' : String(line['balance'])
      return {
        why: `${stream} is at ${balance} after event ${event.stream_position}; the statement says ${says}.`,
        rows: [eventName(event)],
      }
    }
  }
  return true
}

/** What an event is worth, whatever form it was stored in. Written apart from the programs it judges. */
function worth(event: StoredEvent): number {
  if (event.type !== 'Purchased') return change(event)
  const { qty, unitPrice, line } = event.data as {
    readonly qty?: number
    readonly unitPrice?: number
    readonly line?: { readonly qty: number; readonly price: number }
  }
  if (line !== undefined) return line.qty * line.price
  return (qty ?? 0) * (unitPrice ?? 4)
}

function answered(world: World): ReturnType<Check['holds']> {
  const open = world.rows('anna', 'answers').find(({ answer }) => answer === 'nobody knows')
  if (open === undefined) return true
  return {
    why: `“${String(open['question'])}” Nobody knows.`,
    rows: [rowName('anna', 'answers', String(open['question']))],
  }
}

function eventName({ stream_id, stream_position }: StoredEvent) {
  return rowName('store', 'events', `${stream_id}/${stream_position}`)
}
