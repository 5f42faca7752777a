import { expect, it } from 'vitest'
import { crackedBox } from './crack'

it('breaks a box along one line, so that both parts fit again', () => {
  const { left, right, crack, top } = crackedBox(170, 68)
  const points = crack.slice(1).split('L')
  expect(top).toBe(129)
  expect(points[0]).toBe('129 0.0')
  for (const point of points) {
    expect(left).toContain(point)
    expect(right).toContain(point)
  }
})
