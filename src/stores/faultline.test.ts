import { describe, expect, test } from 'vitest'
import { simulate } from '../engine'
import type { Fault } from '../engine'
import { smallLesson } from '../testing/smallLesson'
import { createFaultline } from './faultline'
import { createPlayground } from './playground'
import { keepRootData } from './rootData'

const base = 'https://example.test/app/'

function setUp() {
  const playground = createPlayground({ lesson: smallLesson, simulate })
  const visited: string[] = []
  const faultline = createFaultline(playground, {
    lessons: [smallLesson],
    base: () => base,
    opened: (lesson) => visited.push(lesson),
  })
  return { playground, faultline, visited }
}

const crash: Fault = {
  at: { point: 'shop/before_commit(save order)' },
  do: 'crash',
}

describe('window.faultline', () => {
  test('says where the run stands', () => {
    const { faultline, playground } = setUp()
    faultline.seek(12)
    expect(faultline.state()).toEqual({
      lesson: 'small-shop',
      variant: 'saving',
      timeMs: 12,
      endMs: 36,
      playing: false,
      digest: playground.getState().run.digest,
      checks: [
        {
          id: 'Q-SAVED',
          claim: 'eventually',
          holds: true,
          brokenAtMs: null,
          why: '',
          now: 'open',
        },
      ],
    })
  })

  test('plays, pauses and steps', () => {
    const { faultline, playground } = setUp()
    faultline.play()
    expect(faultline.state().playing).toBe(true)
    faultline.pause()
    expect(faultline.state().playing).toBe(false)
    faultline.step()
    faultline.step(3)
    faultline.step(-1)
    const { film } = playground.getState()
    expect(playground.playback.getState().head.index).toBe(film.narrated[2])
  })

  test('breaks the run and shows it in another variant', () => {
    const { faultline } = setUp()
    faultline.inject(crash)
    expect(faultline.state().checks[0]).toMatchObject({
      holds: false,
      brokenAtMs: expect.any(Number),
    })
    faultline.setVariant('forgetful')
    expect(faultline.state().variant).toBe('forgetful')
  })

  test('gives a link that brings back the very run and moment', () => {
    const { faultline } = setUp()
    faultline.inject(crash)
    faultline.compare('forgetful')
    faultline.seek(12.5)
    const link = faultline.link()
    expect(link.startsWith(`${base}#/small-shop?s=`)).toBe(true)
    const other = setUp()
    other.faultline.open(link)
    expect(other.faultline.state()).toEqual(faultline.state())
    expect(other.playground.getState()).toMatchObject({
      verdict: 'same',
      scenario: { compare: 'forgetful' },
    })
    expect(other.visited).toEqual(['small-shop'])
  })

  test('throws a sentence at what it cannot do, and changes nothing', () => {
    const { faultline, visited } = setUp()
    const before = faultline.state()
    expect(() => faultline.setVariant('nope')).toThrow('no variant “nope”')
    expect(() => faultline.compare('nope')).toThrow('no variant “nope”')
    expect(() => faultline.seek(Number.NaN)).toThrow('must be a number')
    expect(() => faultline.open('https://example.test/#/small-shop?s=!!')).toThrow(/\S\.$/)
    expect(() =>
      faultline.inject({ at: { timeMs: 3 }, do: 'explode' } as unknown as Fault),
    ).toThrow('Fault 1')
    expect(() => faultline.inject({ at: { timeMs: 3 }, do: 'crash', service: 'ship' })).toThrow(
      '“ship”',
    )
    expect(faultline.state()).toEqual(before)
    expect(visited).toEqual([])
  })
})

test('the root element carries time, digest and whether it plays', () => {
  const { playground } = setUp()
  const root = { dataset: {} as DOMStringMap }
  const stop = keepRootData(playground, root)
  playground.seek(12.5)
  playground.play()
  expect(root.dataset).toEqual({
    timeMs: '12.5',
    digest: playground.getState().run.digest,
    playing: 'true',
  })
  stop()
  playground.pause()
  expect(root.dataset).toEqual({})
})
