import type { World } from '../../engine'
import { liveBalances, liveGeneration, truth, week } from './checks'

/** The figures by which a run of this lesson is judged. */
export function outcome(world: World): Readonly<Record<string, number | string>> {
  const shown = liveBalances(world)
  const balanceOf = (account: string) =>
    Number(shown.find((row) => row['account'] === account)?.['balance'] ?? 0)
  const right = [...truth(world)]
  const generations = world.rows('ledger', 'generations')
  return {
    balances: ['shop-1', 'shop-2', 'shop-3', 'shop-4', 'shop-5'].map(balanceOf).join(', '),
    balance: balanceOf('shop-1'),
    wrong: right.filter(([account, balance]) => balanceOf(account) !== balance).length,
    bookings: week(world).length,
    generation: liveGeneration(world),
    folded: Number(generations.find((row) => row['id'] === 2)?.['folded'] ?? 0),
    mails: world.rows('post', 'mails').length,
  }
}
