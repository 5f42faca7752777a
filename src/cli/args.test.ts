import { describe, expect, it } from 'vitest'
import { parseArgs } from './args'

describe('parseArgs', () => {
  it('takes flags with a space or a sign, in any order', () => {
    const words = '--seed 7 saga --set=a=1 --trace --set b=-2 --variant=x --fault {}'.split(' ')
    expect(parseArgs(words)).toMatchObject({
      ok: true,
      value: {
        lesson: 'saga',
        single: { seed: '7', variant: 'x' },
        repeated: { set: ['a=1', 'b=-2'], fault: ['{}'] },
        trace: true,
      },
    })
  })

  it.each([
    ['There is no flag “--varaint”; did you mean “variant”?', 'saga --varaint x'],
    [
      'There is no flag “--constructor”; there is variant, preset, seed, link, file, set, fault, trace.',
      '--constructor',
    ],
    ['--seed needs a value after it.', 'saga --seed'],
    ['--seed is given twice: keep one.', '--seed 1 --seed 2'],
    ['--trace takes no value.', '--trace=yes'],
    ['There is one lesson too many, “cqrs”: name one, and its options with “--”.', 'saga cqrs'],
  ])('says: %s', (error, line) => {
    expect(parseArgs(line.split(' '))).toEqual({ ok: false, error })
  })
})
