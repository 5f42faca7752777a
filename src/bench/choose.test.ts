import { expect, it } from 'vitest'
import { choose } from './choose'

const list = { engine: 1, seek: 2, disk: 3 }

it('takes what is named, in the order of the list', () => {
  expect(choose(['disk', 'engine'], list)).toEqual({ ok: true, value: [1, 3] })
})

it('takes everything when nothing is named', () => {
  expect(choose([], list)).toEqual({ ok: true, value: [1, 2, 3] })
})

it('says what there is when a name is unknown', () => {
  expect(choose(['engine', 'toString'], list)).toEqual({
    ok: false,
    error: 'There is nothing called “toString” to measure; there is engine, seek, disk.',
  })
})
