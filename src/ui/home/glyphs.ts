type Kind = 'line' | 'hair' | 'event' | 'command' | 'waiting' | 'ghost' | 'dead' | 'fault'

const box = (x: number, y: number, width: number, height: number) =>
  `M${x + 3} ${y}h${width - 6}q3 0 3 3v${height - 6}q0 3-3 3h${6 - width}q-3 0-3-3v${6 - height}q0-3 3-3z`

const disc = (x: number, y: number, radius: number) =>
  `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`

/** Drawings of the patterns in a field of 64 × 44. */
export const glyphs: Readonly<Record<string, readonly (readonly [kind: Kind, d: string])[]>> = {
  cqrs: [
    ['line', box(4, 12, 22, 22)],
    ['hair', 'M8 18h14M8 23h14M8 28h9'],
    ['line', 'M27 23h11'],
    ['event', disc(33, 23, 3)],
    ['line', disc(48, 21, 9)],
    ['line', 'M54.5 27.5 60 33'],
  ],
  'event-sourcing': [
    ['line', 'M10 36h44M10 29h34M10 22h24M10 15h12'],
    ['hair', 'M54 8v28'],
    ['event', disc(54, 36, 3)],
    ['event', disc(44, 29, 3)],
    ['event', disc(34, 22, 3)],
    ['event', disc(22, 15, 3)],
  ],
  saga: [
    ['line', box(3, 8, 14, 14)],
    ['line', box(25, 8, 14, 14)],
    ['dead', box(47, 8, 14, 14)],
    ['line', 'M17 15h8M39 15h8'],
    ['fault', 'M54 22v6q0 8-8 8H18q-8 0-8-8v-3M6.5 29 10 24.5 13.5 29'],
  ],
  idempotency: [
    ['command', 'M8 8h12l8 7-8 7H8z'],
    ['ghost', 'M8 24h12l8 7-8 7H8z'],
    ['line', 'M30 15l10 6M30 31l10-6'],
    ['line', disc(51, 23, 9)],
    ['line', 'M51 18v10M48.5 20.5 51 18'],
  ],
  'transactional-outbox': [
    ['line', 'M4 14v20c0 3 30 3 30 0V14'],
    ['line', 'M4 14a15 4.5 0 1 0 30 0a15 4.5 0 1 0-30 0z'],
    ['waiting', disc(12, 26, 3.5)],
    ['waiting', disc(22, 26, 3.5)],
    ['line', 'M36 24h10'],
    ['event', disc(53, 24, 5)],
  ],
}
