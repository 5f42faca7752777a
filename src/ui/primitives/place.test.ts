import { describe, expect, test } from 'vitest'
import { place } from './place'

const viewport = { width: 400, height: 300 }
const menu = { width: 100, height: 80 }
const at = (left: number, top: number) => ({ left, top, width: 40, height: 20 })

describe('place', () => {
  test('stands below, at the start of its anchor', () => {
    expect(place(at(50, 50), menu, viewport)).toEqual({ left: 50, top: 76 })
  })

  test('aligns to the centre and to the end', () => {
    expect(place(at(200, 50), menu, viewport, { align: 'centre' }).left).toBe(170)
    expect(place(at(200, 50), menu, viewport, { align: 'end' }).left).toBe(140)
  })

  test('goes to the other side where it would not fit', () => {
    expect(place(at(50, 250), menu, viewport).top).toBe(164)
    expect(place(at(50, 20), menu, viewport, { side: 'above' }).top).toBe(46)
  })

  test('never leaves the viewport', () => {
    expect(place(at(390, 50), menu, viewport).left).toBe(292)
    expect(place(at(-30, 50), menu, viewport).left).toBe(8)
    expect(place(at(50, 100), { width: 100, height: 280 }, viewport).top).toBe(12)
  })
})
