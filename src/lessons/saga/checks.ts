import { groupBy, rowName, type Check, type World } from '../../engine'
import type { CheckInfo } from '../definition'
import { allAgree, inStock, nothingWaits, type Stock } from './holding'
import { isCharge, kept, price, standing, sum } from './standing'

/** The claims of this lesson; the ids are those of the catalogue of invariants. */
export const checkInfos: readonly CheckInfo[] = [
  {
    id: 'S-MONEY',
    claim: 'always',
    text: 'A trip is charged once at most, and refunded once at most',
  },
  {
    id: 'S-NETSTEP',
    claim: 'always',
    text: 'Each step is done once, and taken back where the trip is called off',
  },
  { id: 'S-STOCK', claim: 'always', text: 'Every seat and every room is either free or booked' },
  {
    id: 'S-AGREE',
    claim: 'always',
    text: 'No participant commits what another one has aborted',
  },
  { id: 'S-TICKET', claim: 'always', text: 'No tickets for a trip that is not paid for' },
  {
    id: 'S-CANCEL',
    claim: 'always',
    text: 'A cancellation that was confirmed to the customer is not overwritten',
  },
  {
    id: 'Q-MONEY',
    claim: 'eventually',
    text: 'The money kept is the price of the trips confirmed, or a person is at it',
  },
  {
    id: 'Q-SAGA',
    claim: 'eventually',
    text: 'Every trip ends: with everything, with nothing, or with a person at it',
  },
  { id: 'Q-CLEAN', claim: 'eventually', text: 'Nothing is left waiting, prepared or reserved' },
]

type Judge = (world: World) => ReturnType<Check['holds']>

export function checks(stock: Stock): readonly Check[] {
  const judges: Readonly<Record<string, Judge>> = {
    'S-MONEY': chargedOnce,
    'S-NETSTEP': countsOnce,
    'S-STOCK': (world) => inStock(world, stock),
    'S-AGREE': allAgree,
    'S-TICKET': paidBeforeTickets,
    'S-CANCEL': cancelledStays,
    'Q-MONEY': booksBalance,
    'Q-SAGA': everyTripEnds,
    'Q-CLEAN': nothingWaits,
  }
  return checkInfos.map((info) => ({ ...info, holds: judges[info.id] ?? (() => true) }))
}

function chargedOnce(world: World) {
  for (const [trip, lines] of groupBy(world.rows('payment', 'ledger'), 'trip')) {
    const left = sum(lines)
    if (left === 0 || left === price) continue
    return {
      why: `Trip ${trip}: charged ${sum(lines.filter(isCharge))}, refunded ${-sum(lines.filter((line) => !isCharge(line)))}.`,
      rows: lines.map((line) => rowName('payment', 'ledger', line['id'] as number)),
    }
  }
  return true
}

function countsOnce(world: World) {
  for (const trip of world.rows('trip', 'trips')) {
    const id = String(trip['id'])
    for (const [step, times] of Object.entries(standing(world, id))) {
      if (times === 0 || (times === 1 && trip['status'] !== 'REJECTED')) continue
      const count = times === 1 ? 'once' : times < 0 ? 'less than never' : `${times} times`
      return {
        why: `Trip ${id} is ${String(trip['status'])}, and its ${step} step stands ${count}.`,
        rows: [rowName('trip', 'trips', id)],
      }
    }
  }
  return true
}

function paidBeforeTickets(world: World) {
  for (const mail of world.rows('flight', 'mails')) {
    const paid = world
      .rows('payment', 'ledger')
      .some((line) => line['trip'] === mail['trip'] && isCharge(line))
    if (paid) continue
    return {
      why: `Trip ${String(mail['trip'])} has its tickets, and its card was never charged.`,
      rows: [rowName('flight', 'mails', mail['id'] as number)],
    }
  }
  return true
}

function cancelledStays(world: World) {
  for (const { trip, told } of world.rows('client', 'answers')) {
    const status = world.row('trip', 'trips', String(trip))?.['status']
    if (told !== 'cancelled' || status !== 'CONFIRMED') continue
    return {
      why: `The customer of trip ${String(trip)} was told that it is cancelled, and it is CONFIRMED.`,
      rows: [rowName('trip', 'trips', String(trip))],
    }
  }
  return true
}

function booksBalance(world: World) {
  const trips = world.rows('trip', 'trips')
  const confirmed = trips.filter(({ status }) => status === 'CONFIRMED')
  const disputed = world
    .rows('trip', 'human_tasks')
    .filter(({ step }) => step === 'payment')
    .map(({ trip }) => kept(world, String(trip)))
    .reduce((total, amount) => total + amount, 0)
  const left = sum(world.rows('payment', 'ledger'))
  const due = confirmed.length * price + disputed
  if (left === due) return true
  return {
    why: `${left} was kept, and ${due} is the price of the trips confirmed.`,
    rows: world
      .rows('payment', 'ledger')
      .map(({ id }) => rowName('payment', 'ledger', id as number)),
  }
}

function everyTripEnds(world: World) {
  for (const trip of world.rows('trip', 'trips')) {
    const id = String(trip['id'])
    const why = unfinished(world, id, String(trip['status']))
    if (why !== null) return { why: `Trip ${id} ${why}.`, rows: [rowName('trip', 'trips', id)] }
  }
  return true
}

function unfinished(world: World, trip: string, status: string): string | null {
  const stands = Object.entries(standing(world, trip)).flatMap(([step, n]) => (n > 0 ? [step] : []))
  const tasks = world.rows('trip', 'human_tasks').filter((task) => task['trip'] === trip)
  const forgotten = stands.filter((step) => !tasks.some((task) => task['step'] === step))
  if (status === 'CONFIRMED' && stands.length < 3)
    return 'is CONFIRMED, and not all of it is booked'
  if (status === 'CANCELLED' && stands.length > 0)
    return `is CANCELLED, and its ${stands.join(' and ')} step still stands`
  if (status === 'FAILED' && tasks.length === 0)
    return 'has FAILED, and nobody is told to see to it'
  if (status === 'FAILED' && forgotten.length > 0)
    return `has FAILED, and its ${forgotten.join(' and ')} step still stands`
  if (status.endsWith('PENDING')) return `is ${status} for ever`
  return null
}
