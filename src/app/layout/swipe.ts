const leastPx = 56

/** The page that a finger's way leads to: −1 back, 1 on, 0 stay. Mostly upright ways are scrolling. */
export function swipeOf(dx: number, dy: number): -1 | 0 | 1 {
  if (Math.abs(dx) < leastPx || Math.abs(dx) < 2 * Math.abs(dy)) return 0
  return dx < 0 ? 1 : -1
}
