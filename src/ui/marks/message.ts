import type { MessageRole } from '../../engine'
import type { ColourToken } from '../tokens'
import { backwardArrow, outlines, shards, type Drawing, type Stroke } from './paths'

/**
 * What became of a message.
 * - `again`: seen before; a dashed twin, the first delivery, stands behind it.
 * - `skipped`: seen before and left alone; only its outline is left.
 * - `lost`: broke up on the way.
 * - `forgotten`: arrived, but nobody there remembers why; whole, cold, with a flat line.
 */
export type MessageFate = 'normal' | 'again' | 'skipped' | 'lost' | 'forgotten'

/** Where the number inside a message stands, and in which ink. */
export interface Label {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly ink: ColourToken
}

export interface MessageDrawing extends Drawing {
  /** Null where a number would not be readable. */
  readonly label: Label | null
}

const fills: Readonly<Record<MessageRole, ColourToken>> = {
  command: 'cmd',
  event: 'event',
  reply: 'reply',
  query: 'query',
  compensation: 'fault',
}

const labelX: Readonly<Record<MessageRole, number>> = {
  command: -2,
  event: 0,
  reply: 2,
  query: 0,
  compensation: 0,
}

const twinOffset = { x: 8, y: -5 } as const

const drawings = new Map<string, MessageDrawing>()

/** The drawing of one message: strokes from back to front. The same object for the same question. */
export function messageDrawing(role: MessageRole, fate: MessageFate = 'normal'): MessageDrawing {
  const key = `${role} ${fate}`
  let drawing = drawings.get(key)
  if (!drawing) drawings.set(key, (drawing = compose(role, fate)))
  return drawing
}

function compose(role: MessageRole, fate: MessageFate): MessageDrawing {
  switch (fate) {
    case 'normal':
      return { strokes: body(role), box: box(role), label: label(role) }
    case 'again':
      return { strokes: [twin(role), ...body(role)], box: [-17, -19, 41, 34], label: label(role) }
    case 'skipped':
      return { strokes: [outline(role)], box: [-15, -15, 30, 30], label: label(role, 'ink-3') }
    case 'lost':
      return { strokes: pieces(role), box: [-28, -14, 48, 26], label: null }
    case 'forgotten':
      return { strokes: cold(role), box: [-22, -14, 44, 28], label: label(role, 'dead-ink') }
  }
}

const label = (role: MessageRole, ink?: ColourToken): Label => ({
  x: labelX[role],
  y: role === 'compensation' ? -0.5 : 0,
  size: role === 'compensation' ? 10 : 11,
  ink: ink ?? (role === 'command' ? 'on-cmd' : 'on-token'),
})

const box = (role: MessageRole): Drawing['box'] =>
  role === 'compensation' ? [-18, -17, 35, 33] : [-15, -13, 30, 26]

const solid = (role: MessageRole): Stroke => ({
  d: outlines[role],
  fill: fills[role],
  line: 'stroke',
  width: 1.5,
})

function body(role: MessageRole): readonly Stroke[] {
  if (role !== 'compensation') return [solid(role)]
  const arrow = { line: 'fault', width: 2.2 } as const
  return [{ d: backwardArrow.arc, ...arrow }, { d: backwardArrow.head, ...arrow }, solid(role)]
}

const outline = (role: MessageRole): Stroke => ({
  d: outlines[role],
  line: 'stroke',
  width: 1.25,
  dash: [2.5, 2.5],
})

const twin = (role: MessageRole): Stroke => ({
  ...outline(role),
  fill: 'paper',
  width: 1.5,
  offset: twinOffset,
})

const pieces = (role: MessageRole): readonly Stroke[] => [
  { d: 'M-26 0H-13', line: 'line-2', width: 1.5 },
  ...shards.map((shard): Stroke => ({ ...shard, fill: fills[role], line: 'stroke', width: 1 })),
]

const cold = (role: MessageRole): readonly Stroke[] => [
  { d: 'M-21 0H21', line: 'dead-line', width: 1.6, dash: [2, 3] },
  { d: outlines[role], fill: 'dead', line: 'dead-line', width: 1.5 },
]
