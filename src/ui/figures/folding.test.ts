import { describe, expect, it } from 'vitest'
import type { Row } from '../../engine'
import { eventsOf, factsText, stateAfter, streamsOf } from './folding'

const columns = { stream: 'account', version: 'version' }
const rows: readonly Row[] = [
  { account: 'b', version: 1, amount: 5 },
  { account: 'a', version: 2, amount: -30 },
  { account: 'a', version: 1, amount: 100 },
  { account: 'a', version: 10, amount: 0 },
]

describe('a fold', () => {
  it('knows its streams', () => {
    expect(streamsOf(rows, columns)).toEqual(['a', 'b'])
  })

  it('takes the events of one stream in the order of their versions', () => {
    expect(eventsOf(rows, 'a', columns).map((row) => row['version'])).toEqual([1, 2, 10])
  })

  it('gives the state after any number of events, with what the last one changed', () => {
    const events = eventsOf(rows, 'a', columns)
    const state = (some: readonly Row[]) => ({
      balance: some.reduce((sum, row) => sum + Number(row['amount']), 0),
      owner: 'Anna',
    })
    const after = (count: number) =>
      stateAfter(events, count, state).map(({ value, changed }) => [value, changed])
    expect(after(0)).toEqual([
      [0, false],
      ['Anna', false],
    ])
    expect(after(2)).toEqual([
      [70, true],
      ['Anna', false],
    ])
    expect(after(3)[0]).toEqual([70, false])
  })

  it('writes out what an event carries', () => {
    expect(factsText({ amount: 30, by: { name: 'Ben' } })).toBe('amount 30, by {"name":"Ben"}')
    expect(factsText('Deposited')).toBe('Deposited')
    expect(factsText(null)).toBe('∅')
  })
})
