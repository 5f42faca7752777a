import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { simulate } from '../engine'
import type { Fault } from '../engine'
import type { Loop, Tick } from '../playback/loop'
import { smallLesson } from '../testing/smallLesson'
import { createPlayground } from './playground'
import type { PlaygroundApi } from './playground.types'

function open(): PlaygroundApi {
  return createPlayground({ lesson: smallLesson, simulate })
}

const crash: Fault = {
  at: { point: 'shop/after_commit(save order)' },
  do: 'crash',
  restartAfterMs: 50,
}
const impossible: Fault = { at: { message: 'PlaceOrder customer>shop', nth: 99 }, do: 'drop' }

describe('a document', () => {
  test('begins with nothing but its lesson', () => {
    const playground = open()
    expect(playground.getState().scenario).toEqual({ v: 1, lesson: 'small-shop' })
    expect(playground.getState().run.quiescent).toBe(true)
    expect(playground.getState()).toMatchObject({ canUndo: false, canRedo: false, verdict: null })
  })

  test('holds only what differs from the defaults', () => {
    const playground = open()
    playground.setParam('orders', 3)
    playground.setVariant('forgetful')
    playground.setSeed(7)
    expect(playground.getState().scenario).toEqual({
      v: 1,
      lesson: 'small-shop',
      variant: 'forgetful',
      params: { orders: 3 },
      seed: 7,
    })
    playground.setParam('orders', 2)
    playground.setVariant('saving')
    playground.setSeed(1)
    expect(playground.getState().scenario).toEqual({ v: 1, lesson: 'small-shop' })
  })

  test('runs again with every change', () => {
    const playground = open()
    const saved = () => playground.getState().run.world.rows('shop', 'orders').length
    expect(saved()).toBe(2)
    playground.setParam('orders', 4)
    expect(saved()).toBe(4)
    playground.setVariant('forgetful')
    expect(saved()).toBe(0)
    expect(playground.getState().run.checks[0]?.holds).toBe(false)
  })

  test('is left alone by a change that changes nothing', () => {
    const playground = open()
    const before = playground.getState().run
    playground.setParam('orders', 2)
    playground.removeFault(5)
    playground.clearFaults()
    expect(playground.getState().run).toBe(before)
    expect(playground.getState().canUndo).toBe(false)
  })

  test('keeps parameters on their scale', () => {
    const playground = open()
    playground.setParam('spacing', 33)
    expect(playground.getState().scenario.params).toEqual({ spacing: 35 })
    playground.setParam('spacing', 9999)
    expect(playground.getState().scenario.params).toEqual({ spacing: 100 })
    playground.setParam('spacing', Number.NaN)
    expect(playground.getState().scenario.params).toEqual({ spacing: 100 })
  })

  test('sets several parameters in one step', () => {
    const playground = open()
    playground.setParams({ orders: 4, spacing: 33 })
    expect(playground.getState().scenario.params).toEqual({ orders: 4, spacing: 35 })
    playground.undo()
    expect(playground.getState().scenario.params).toBeUndefined()
  })

  test('refuses what the lesson does not have, in a sentence', () => {
    const playground = open()
    for (const command of [
      () => playground.setVariant('nope'),
      () => playground.setParam('nope', 1),
      () => playground.setParams({ orders: 1, nope: 1 }),
      () => playground.applyPreset('nope'),
      () => playground.setCompare('nope'),
      () => playground.openLesson('nope'),
      () => playground.openScenario({ v: 1, lesson: 'small-shop', variant: 'nope' }),
    ]) {
      const before = playground.getState()
      command()
      const { notice, scenario, run } = playground.getState()
      expect(notice).toMatchObject({ tone: 'error' })
      expect(notice?.text).toContain('“nope”')
      expect(notice?.id).not.toBe(before.notice?.id)
      expect([scenario, run]).toEqual([before.scenario, before.run])
    }
  })
})

describe('presets', () => {
  test('a document knows which preset it still plays, on either variant', () => {
    const playground = open()
    playground.applyPreset('crash')
    expect(playground.getState().preset?.id).toBe('crash')
    playground.setVariant('saving')
    expect(playground.getState().preset?.id).toBe('crash')
    playground.setSeed(3)
    expect(playground.getState().preset).toBeNull()
  })

  test('a preset can be played against its other variant, from the beginning', () => {
    const playground = open()
    playground.seek(12)
    playground.applyPreset('crash', { variant: 'saving' })
    expect(playground.getState().scenario.variant).toBeUndefined()
    expect(playground.playback.getState()).toMatchObject({ head: { timeUs: 0 }, playing: false })
  })
})

describe('faults', () => {
  test('a fault placed in the past runs again from there and leaves the head', () => {
    const playground = open()
    playground.seek(25)
    playground.inject(crash)
    expect(playground.playback.getState().head.timeUs).toBe(25_000)
    expect(playground.frame().services.get('shop')?.status).toBe('crashed')
    expect(playground.getState().notice).toMatchObject({
      tone: 'info',
      text: 'At 11.0 ms: Shop crashes after the commit of “save order”, and is back after 50 ms.',
    })
  })

  test('a fault that cannot happen says why, once', () => {
    const playground = open()
    playground.inject(impossible)
    const { notice } = playground.getState()
    expect(notice).toMatchObject({ tone: 'warning' })
    expect(notice?.text).toMatch(/^This did not happen: The 99th PlaceOrder .+\. \S/)
    playground.setSeed(2)
    expect(playground.getState().notice).toBe(notice)
  })

  test('can be changed, switched off and on, and removed', () => {
    const playground = open()
    playground.inject(crash)
    playground.toggleFault(0)
    expect(playground.getState().scenario.faults).toEqual([{ ...crash, off: true }])
    expect(playground.getState().run.digest).toBe(open().getState().run.digest)
    playground.toggleFault(0)
    expect(playground.getState().scenario.faults).toEqual([crash])
    playground.replaceFault(0, { at: { timeMs: 3 }, do: 'crash', service: 'shop' })
    expect(playground.getState().scenario.faults).toHaveLength(1)
    playground.removeFault(0)
    expect(playground.getState().scenario.faults).toBeUndefined()
  })
})

describe('undo', () => {
  type Gesture = (playground: PlaygroundApi) => void
  const gestures: fc.Arbitrary<Gesture> = fc.oneof(
    fc.constantFrom('saving', 'forgetful').map(
      (id): Gesture =>
        (it) =>
          it.setVariant(id),
    ),
    fc.integer({ min: 0, max: 9 }).map(
      (orders): Gesture =>
        (it) =>
          it.setParam('orders', orders),
    ),
    fc.nat().map(
      (seed): Gesture =>
        (it) =>
          it.setSeed(seed),
    ),
    fc.constantFrom(crash, impossible).map(
      (fault): Gesture =>
        (it) =>
          it.inject(fault),
    ),
    fc.nat(3).map(
      (index): Gesture =>
        (it) =>
          it.toggleFault(index),
    ),
    fc.nat(3).map(
      (index): Gesture =>
        (it) =>
          it.removeFault(index),
    ),
    fc.constantFrom('saving', null).map(
      (id): Gesture =>
        (it) =>
          it.setCompare(id),
    ),
    fc.constant<Gesture>((it) => it.applyPreset('crash')),
    fc.constant<Gesture>((it) => it.clearFaults()),
    fc.constant<Gesture>((it) => it.reset()),
    fc.nat(60).map(
      (timeMs): Gesture =>
        (it) =>
          it.seek(timeMs),
    ),
  )

  test('all the way back restores the document exactly, and redo brings it all back', () => {
    fc.assert(
      fc.property(fc.array(gestures, { maxLength: 12 }), (sequence) => {
        const playground = open()
        const seen = [playground.getState()]
        for (const gesture of sequence) {
          gesture(playground)
          if (playground.getState().scenario !== seen.at(-1)?.scenario)
            seen.push(playground.getState())
        }
        for (const state of seen.slice(0, -1).reverse()) {
          playground.undo()
          expect(playground.getState().scenario).toBe(state.scenario)
          expect(playground.getState().run.digest).toBe(state.run.digest)
        }
        expect(playground.getState().canUndo).toBe(false)
        for (const state of seen.slice(1)) {
          playground.redo()
          expect(playground.getState().scenario).toBe(state.scenario)
        }
        expect(playground.getState().canRedo).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  test('with nothing to undo does nothing', () => {
    const playground = open()
    const before = playground.getState()
    playground.undo()
    playground.redo()
    expect(playground.getState()).toBe(before)
  })

  test('an edit forgets what was undone', () => {
    const playground = open()
    playground.setSeed(2)
    playground.undo()
    playground.setSeed(3)
    expect(playground.getState().canRedo).toBe(false)
  })

  test('does not move the head', () => {
    const playground = open()
    playground.setSeed(2)
    playground.seek(12)
    playground.undo()
    expect(playground.playback.getState().head.timeUs).toBe(12_000)
  })
})

describe('an opened document', () => {
  const digest = open().getState().run.digest

  test('starts paused where its cursor is', () => {
    const playground = open()
    playground.openScenario({ v: 1, lesson: 'small-shop', cursorMs: 12 })
    expect(playground.playback.getState()).toMatchObject({
      playing: false,
      head: { timeUs: 12_000 },
    })
  })

  test('is compared with what its sender saw', () => {
    const playground = open()
    playground.openScenario({ v: 1, lesson: 'small-shop', digest })
    expect(playground.getState()).toMatchObject({
      verdict: 'same',
      notice: { tone: 'info', text: 'This is exactly the run you were sent.' },
    })
    playground.openScenario({ v: 1, lesson: 'small-shop', digest: '0000000000000000' })
    expect(playground.getState()).toMatchObject({
      verdict: 'different',
      notice: { tone: 'warning', text: expect.stringMatching(/^This run is not the one/) },
    })
  })

  test('loses the promise with the first edit and has it back with its undo', () => {
    const playground = open()
    playground.openScenario({ v: 1, lesson: 'small-shop', digest, cursorMs: 12 })
    playground.inject(crash)
    expect(playground.getState().verdict).toBeNull()
    expect(playground.getState().scenario).toEqual({ v: 1, lesson: 'small-shop', faults: [crash] })
    playground.undo()
    expect(playground.getState()).toMatchObject({
      verdict: 'same',
      scenario: { digest, cursorMs: 12 },
    })
  })

  test('takes a notice away once it was read, and only that one', () => {
    const playground = open()
    playground.notify('info', 'First.')
    const first = playground.getState().notice?.id ?? NaN
    playground.notify('info', 'Second.')
    playground.dismiss(first)
    expect(playground.getState().notice?.text).toBe('Second.')
    playground.dismiss(playground.getState().notice?.id ?? NaN)
    expect(playground.getState().notice).toBeNull()
  })

  test('reports the faults that did not happen', () => {
    const playground = open()
    playground.openScenario({ v: 1, lesson: 'small-shop', faults: [impossible] })
    expect(playground.getState().notice?.text).toContain('did not happen')
  })
})

describe('playback', () => {
  test('a tick of the loop moves the head, and listeners see the frame of the new head', () => {
    const ticks: Tick[] = []
    let woken = 0
    const loop: Loop = {
      add(tick) {
        ticks.push(tick)
        return () => {}
      },
      wake: () => void woken++,
    }
    const playground = createPlayground({ lesson: smallLesson, simulate, loop })
    const seen: number[] = []
    playground.playback.subscribe(() => seen.push(playground.frame().head.timeUs))
    playground.play()
    ticks[0]?.(100)
    expect(seen).toEqual([0, 2000])
    expect(woken).toBe(2)
  })

  test('steps and jumps pause; a jump without a goal says so', () => {
    const playground = open()
    playground.play()
    playground.step(1)
    expect(playground.playback.getState().playing).toBe(false)
    playground.jump('commit', 1)
    expect(playground.playback.getState().head.timeUs).toBe(11_000)
    playground.jump('broken', 1)
    expect(playground.getState().notice?.text).toBe('There is no broken check after this moment.')
  })

  test('the frame is computed once a head', () => {
    const playground = open()
    playground.seek(12)
    expect(playground.frame()).toBe(playground.frame())
  })

  test('what is shown beside the first does not run it again', () => {
    const playground = open()
    const { run } = playground.getState()
    playground.setCompare('forgetful')
    expect(playground.getState().run).toBe(run)
    expect(playground.getState().scenario.compare).toBe('forgetful')
  })

  test('a selected message is let go when the next run has another in its place', () => {
    const playground = open()
    const last = playground.getState().film.flights.at(-1)?.message ?? -1
    playground.select({ kind: 'message', message: last })
    playground.setCompare('forgetful')
    expect(playground.getState().selection).not.toBeNull()
    playground.setParam('orders', 1)
    expect(playground.getState().selection).toBeNull()
  })
})

test('a document that cannot be run is reported and changes nothing', () => {
  const failures: unknown[] = []
  const playground = createPlayground({
    lesson: smallLesson,
    simulate: (system, options) => {
      if (options.seed === 13) throw new Error('Bad luck.')
      return simulate(system, options)
    },
    onFailure: (error) => failures.push(error),
  })
  playground.setSeed(13)
  expect(failures).toHaveLength(1)
  expect(playground.getState()).toMatchObject({
    scenario: { v: 1, lesson: 'small-shop' },
    canUndo: false,
    notice: { tone: 'error', text: expect.stringContaining('Bad luck.') },
  })
})
