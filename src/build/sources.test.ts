import { describe, expect, it } from 'vitest'
import { sourceFile } from './sources'
import steps from './steps.ts?source'
import { textOf } from './steps'

const handler = `/* licence */
import { call, transaction } from '../engine'
import type {
  Message,
} from '../engine' // trailing

/** Charges the card; yield* call('not a step') is only said here. */
export function* pay(request: Message): Operation<{ paid: boolean }> {
  const text = "yield* reply('nor is this')"
  const answer = yield* call<{ ok: boolean }>('charge card', {
    to: 'payment', // a ) that closes nothing
    note: \`a ) and \${size(request)} more )\`,
    pattern: /[)(]+/,
  })
  yield* this.notes.note('don\\'t panic')
  yield* transaction(
    'save order',
    function* (tx) {
      yield* tx.insert(row)
    },
  )
  yield* reply(201, text)
  yield* publish(\`to \${topic}\`, answer)
  yield* publish('to ' + topic, answer)
}

export const handlers = {
  *PlaceOrder(order: Order) {
    yield* note('placed')
  },
  async *'Cancel order'(order: Order) {
    yield* note("cancelled")
  },
  refund: function* (n: number) {
    const a = 2 * times(n)
    yield* note(\`refunded\`)
  },
}
`

describe('a source file for showing', () => {
  it('keeps every character of the file', async () => {
    const { lines } = await sourceFile('lessons/x/pay.ts', handler)
    expect(textOf(lines)).toBe(handler.trimEnd())
  })

  it('reads the same with the line ends of Windows', async () => {
    const windows = handler.replaceAll('\n', '\r\n')
    expect(await sourceFile('a.ts', windows)).toEqual(await sourceFile('a.ts', handler))
  })

  it('colours keywords, strings, comments, names of functions and numbers', async () => {
    const { lines } = await sourceFile('a.ts', "yield* send('pay', 1_000) // now")
    expect(lines[0]).toEqual([
      ['yield*', 'k'],
      [' ', ''],
      ['send', 'f'],
      ['(', ''],
      ["'pay'", 's'],
      [', ', ''],
      ['1_000', 'n'],
      [') ', ''],
      ['// now', 'c'],
    ])
  })

  it('does not colour what a template literal computes as text', async () => {
    const { lines } = await sourceFile('a.ts', 'const a = `x ${b + 1} y`')
    const strings = lines[0]?.filter(([, cls]) => cls === 's').map(([text]) => text.trim())
    expect(strings).toEqual(['`x', 'y`'])
  })

  it('finds the steps, with their labels and lines', async () => {
    const { steps } = await sourceFile('lessons/x/pay.ts', handler)
    expect(steps.map(({ effect, label, from, to }) => [effect, label, from, to])).toEqual([
      ['call', 'charge card', 10, 14],
      ['note', "don't panic", 15, 15],
      ['transaction', 'save order', 16, 21],
      ['insert', '', 19, 19],
      ['reply', '', 22, 22],
      ['publish', '', 23, 23],
      ['publish', '', 24, 24],
      ['note', 'placed', 29, 29],
      ['note', 'cancelled', 32, 32],
      ['note', 'refunded', 36, 36],
    ])
  })

  it('says which generator a step stands in', async () => {
    const { steps } = await sourceFile('lessons/x/pay.ts', handler)
    expect(steps.slice(0, 7).every(({ fn }) => fn === 'pay')).toBe(true)
    expect(steps.slice(7).map(({ fn }) => fn)).toEqual(['PlaceOrder', 'Cancel order', 'refund'])
  })

  it('comes with an import of the file', async () => {
    expect(steps.file).toBe('build/steps.ts')
    expect(steps).toEqual(await sourceFile('build/steps.ts', textOf(steps.lines)))
  })

  it('says where the body begins', async () => {
    expect((await sourceFile('a.ts', handler)).bodyFrom).toBe(7)
    expect((await sourceFile('a.ts', 'const a = 1')).bodyFrom).toBe(1)
    expect((await sourceFile('a.ts', "import 'x'\n\n\nlet a")).bodyFrom).toBe(4)
  })
})
