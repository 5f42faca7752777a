import type { ColourToken } from '../tokens'

/**
 * Drawings as data: React draws them as SVG, the overlay with `Path2D`, so both show the same shape.
 * The centre is at (0, 0); one unit is one pixel at scale 1.
 */
export interface Stroke {
  readonly d: string
  readonly fill?: ColourToken
  readonly line?: ColourToken
  readonly width?: number
  readonly dash?: readonly number[]
  readonly opacity?: number
  /** Moves this stroke alone. */
  readonly offset?: { readonly x: number; readonly y: number }
}

export interface Drawing {
  readonly strokes: readonly Stroke[]
  /** x, y, width, height of all that is drawn. */
  readonly box: readonly [number, number, number, number]
}

const circle = (radius: number) =>
  `M${radius} 0A${radius} ${radius} 0 1 1-${radius} 0 ${radius} ${radius} 0 0 1 ${radius} 0z`

/** Outline of a message by its role. A reply points back to who asked. */
export const outlines = {
  command: 'M-12-9H3L13 0 3 9H-12z',
  event: circle(10),
  reply: 'M12-9H-3L-13 0-3 9H12z',
  query: 'M0-11 11 0 0 11-11 0z',
  compensation: 'M-6.5-5q0-2 2-2h9q2 0 2 2v9q0 2-2 2h-9q-2 0-2-2z',
} as const

/** Runs backwards, above the square of a compensation. */
export const backwardArrow = {
  arc: 'M14 6A14 14 0 1 0-10 12',
  head: 'M-14.5 6.5-9.5 12.5-4 7.5',
} as const

/** Pieces of a dropped message: path, and how much of it is left. */
export const shards = [
  { d: 'M-13 0l7-6 2 5-3 6z', opacity: 1 },
  { d: 'M-1-11l8 1-3 6-5-2z', opacity: 0.85 },
  { d: 'M2 2l7-2 1 6-7 2z', opacity: 0.7 },
  { d: 'M13-6l4 3-4 3z', opacity: 0.55 },
  { d: 'M15 6l3 1-2 3z', opacity: 0.4 },
] as const

const bolt = 'M1-12-7 2h5l-3 10L7-3H1.5L5-12z'

export type SignName = keyof typeof signs

/** Everything that is not a message. */
export const signs = {
  bolt: {
    box: [-8, -13, 16, 26],
    strokes: [{ d: bolt, fill: 'fault', line: 'paper', width: 1.5 }],
  },
  waiting: {
    box: [-11, -11, 22, 22],
    strokes: [
      { d: circle(9), fill: 'event', line: 'stroke', width: 1.5 },
      { d: circle(4.3), fill: 'cell' },
    ],
  },
  sent: {
    box: [-11, -11, 22, 22],
    strokes: [{ d: circle(9), fill: 'event', line: 'stroke', width: 1.5 }],
  },
  held: {
    box: [-11, -11, 22, 22],
    strokes: [
      { d: 'M-4.6-1.5V-5a4.6 4.6 0 0 1 9.2 0V-1.5', line: 'stroke', width: 2.2 },
      {
        d: 'M-6.5-2h13q1.5 0 1.5 1.5V8q0 1.5-1.5 1.5h-13Q-8 9.5-8 8V-.5Q-8-2-6.5-2z',
        fill: 'event',
        line: 'stroke',
        width: 1.5,
      },
      { d: 'M0 2.2V5.6', line: 'on-token', width: 2.6 },
    ],
  },
  person: {
    box: [-11, -11, 22, 22],
    strokes: [
      { d: 'M-8 9.5C-8 3.5-4.6 1 0 1s8 2.5 8 8.5z', fill: 'proc', line: 'stroke', width: 1.5 },
      {
        d: 'M4.2-5A4.2 4.2 0 1 1-4.2-5 4.2 4.2 0 0 1 4.2-5z',
        fill: 'proc',
        line: 'stroke',
        width: 1.5,
      },
    ],
  },
  rest: {
    box: [-11, -11, 22, 22],
    strokes: [{ d: circle(4.5), fill: 'disk-line' }],
  },
  holds: {
    box: [-9, -9, 18, 18],
    strokes: [
      { d: circle(8), fill: 'ok', line: 'stroke', width: 1.25 },
      { d: 'M-4 .3-1 3.2 4.2-2.8', line: 'on-ok', width: 2 },
    ],
  },
  open: {
    box: [-9, -9, 18, 18],
    strokes: [{ d: circle(7.6), line: 'event', width: 2.4, dash: [3.2, 2.8] }],
  },
  broken: {
    box: [-9, -9, 18, 18],
    strokes: [
      { d: 'M0-8.2 8.2 0 0 8.2-8.2 0z', fill: 'fault', line: 'stroke', width: 1.25 },
      { d: 'M-2.8-2.8 2.8 2.8M2.8-2.8-2.8 2.8', line: 'on-broken', width: 2 },
    ],
  },
  restarted: {
    box: [-7, -7, 14, 14],
    strokes: [{ d: circle(5), fill: 'paper', line: 'ok', width: 2 }],
  },
  pulse: {
    box: [-21, -13, 42, 20],
    strokes: [{ d: 'M-20 0h9l2-3 3 9 4-15 4 12 2-3h16', line: 'ok', width: 1.6 }],
  },
  flat: {
    box: [-21, -4, 42, 8],
    strokes: [{ d: 'M-20 0h40', line: 'dead-line', width: 1.6, dash: [2, 3] }],
  },
  paused: {
    box: [-8, -8, 16, 16],
    strokes: [{ d: 'M-4-6V6M4-6V6', line: 'ink-2', width: 3.5 }],
  },
  logo: {
    box: [-15, -13, 30, 26],
    strokes: [
      { d: 'M-13-8H-2M-13-1H-4M-13 6H-6M4-5H13M2 2H13M0 9H13', line: 'ink', width: 2 },
      { d: 'M3-12-5 12', line: 'fault', width: 2.2 },
    ],
  },
} as const satisfies Record<string, Drawing>
