import type { Flight, Frame } from '../../playback/frame'
import { remainsUs } from '../../playback/frame'
import type { Tokens } from '../tokens'
import { pointAt, type Lane } from './lane'
import { linkId } from './links'
import { linkWeather } from './linkWeather'
import { paintLabels, type LaneWords } from './paintLabels'
import { paintShards, paintSpeck, paintToken, trailColour } from './paintToken'
import type { Skip } from './skips'

/** A flight or a link: whatever goes from one process to another. */
type Ends = Pick<Flight, 'from' | 'to'>

/** Everything that motion is drawn from, besides the moment itself. */
export interface MotionScene {
  readonly laneOf: (link: Ends) => Lane | undefined
  readonly flightOf: (message: number) => Flight | undefined
  readonly skips: readonly Skip[]
  readonly label: (flight: Flight) => string
  /** False where words would stand on something else. */
  readonly roomForWords: boolean
}

interface Viewport {
  readonly x: number
  readonly y: number
  readonly zoom: number
  readonly width: number
  readonly height: number
  readonly pixelRatio: number
}

const crowd = 150
const wordsUpTo = 6
const trailLength = 34
/** A message that was left alone lies before the door, where it covers no word of its receiver. */
const doorstep = 18

/** Paints all messages of one moment. A pure function of its arguments: scrubbing paints what playing painted. */
export function paintMotion(
  context: CanvasRenderingContext2D,
  frame: Frame,
  scene: MotionScene,
  viewport: Viewport,
  tokens: Tokens,
): void {
  const { pixelRatio, zoom } = viewport
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
  context.clearRect(0, 0, viewport.width, viewport.height)
  context.translate(viewport.x, viewport.y)
  context.scale(zoom, zoom)
  let count = 0
  frame.forEachMessage(() => count++)
  if (count > crowd) return paintCrowd(context, frame, scene, tokens)
  const words = new Map<Lane, LaneWords>()
  paintSkips(context, frame, scene, words, tokens)
  frame.forEachMessage((flight, progress, lostUs) => {
    const lane = scene.laneOf(flight)
    if (!lane) return
    const shown = tokens.motionReduced ? inSteps(progress) : progress
    paintFlight(context, { flight, lane, progress: shown, lostUs }, tokens)
    if (count <= wordsUpTo && lostUs < 0) addWords(words, lane, scene.label(flight), flight, frame)
  })
  if (!scene.roomForWords) return
  addWeather(words, frame, scene)
  paintLabels(context, words, (viewport.width - viewport.x) / zoom, tokens)
}

/** Without motion a message stands at its sender, half way, or at its receiver. */
function inSteps(progress: number): number {
  return progress < 1 / 3 ? 0.08 : progress < 2 / 3 ? 0.5 : 0.92
}

function addWords(
  words: Map<Lane, LaneWords>,
  lane: Lane,
  label: string,
  flight: Flight,
  frame: Frame,
): void {
  const leftMs = Math.ceil((flight.endUs - frame.head.timeUs) / 1000)
  const before = words.get(lane)
  if (before) before.name += `, ${flight.key}`
  else words.set(lane, { name: label, time: `${leftMs} ms to go`, weather: '' })
}

function addWeather(words: Map<Lane, LaneWords>, frame: Frame, scene: MotionScene): void {
  for (const link of frame.links) {
    const weather = linkWeather(link)
    const lane = weather === '' ? undefined : scene.laneOf(link)
    if (!lane) continue
    const there = words.get(lane)
    if (there) there.weather = weather
    else words.set(lane, { name: '', time: '', weather })
  }
}

function paintCrowd(
  context: CanvasRenderingContext2D,
  frame: Frame,
  scene: MotionScene,
  tokens: Tokens,
): void {
  frame.forEachMessage((flight, progress, lostUs) => {
    const lane = lostUs < 0 ? scene.laneOf(flight) : undefined
    if (lane) paintSpeck(context, flight.role, pointAt(lane.table, progress), tokens)
  })
}

function paintSkips(
  context: CanvasRenderingContext2D,
  frame: Frame,
  scene: MotionScene,
  words: Map<Lane, LaneWords>,
  tokens: Tokens,
): void {
  const { timeUs } = frame.head
  for (const skip of scene.skips) {
    if (timeUs < skip.fromUs || timeUs >= skip.untilUs + remainsUs) continue
    const flight = scene.flightOf(skip.message)
    const lane = flight && scene.laneOf(flight)
    if (!lane) continue
    context.globalAlpha = 1 - Math.max(0, timeUs - skip.untilUs) / remainsUs
    const at = pointAt(lane.table, 1 - doorstep / Math.max(doorstep, lane.length))
    const { role, mark } = flight
    words.set(lane, { name: 'skipped', time: 'seen before', weather: '' })
    paintToken(context, { role, mark, fate: 'skipped', at, angle: angleAt(lane, 1) }, tokens)
    context.globalAlpha = 1
  }
}

interface Moving {
  readonly flight: Flight
  readonly lane: Lane
  readonly progress: number
  readonly lostUs: number
}

function paintFlight(
  context: CanvasRenderingContext2D,
  { flight, lane, progress, lostUs }: Moving,
  tokens: Tokens,
): void {
  const at = pointAt(lane.table, progress)
  const { role, mark } = flight
  const age = lostUs / remainsUs
  if (lostUs >= 0 && flight.loss !== 'forgotten')
    return paintShards(context, { role, at, age }, tokens)
  if (lostUs >= 0) {
    context.globalAlpha = 1 - age * age
    paintToken(context, { role, mark, fate: 'forgotten', at, angle: angleAt(lane, 1) }, tokens)
    context.globalAlpha = 1
    return
  }
  const angle = angleAt(lane, progress)
  paintTrail(context, lane, progress, trailColour(role, tokens))
  const fate = flight.again ? 'again' : 'normal'
  const comePx = progress * lane.length
  paintToken(context, { role, mark, fate, at, angle, comePx }, tokens)
}

function paintTrail(
  context: CanvasRenderingContext2D,
  lane: Lane,
  progress: number,
  colour: string,
): void {
  const start = Math.max(0, progress - trailLength / Math.max(1, lane.length))
  context.beginPath()
  for (let step = 0; step <= 6; step++) {
    const { x, y } = pointAt(lane.table, start + ((progress - start) * step) / 6)
    context.lineTo(x, y)
  }
  context.globalAlpha = 0.45
  context.strokeStyle = colour
  context.lineWidth = 4
  context.lineCap = 'round'
  context.setLineDash([])
  context.stroke()
  context.globalAlpha = 1
}

function angleAt(lane: Lane, progress: number): number {
  const before = pointAt(lane.table, progress - 0.02)
  const after = pointAt(lane.table, progress + 0.02)
  return Math.atan2(after.y - before.y, after.x - before.x)
}

/** Looks lanes up once a flight instead of once a frame. */
export function laneFinder(
  lanes: ReadonlyMap<string, { readonly lane: Lane }>,
): (link: Ends) => Lane | undefined {
  const found = new WeakMap<Ends, Lane>()
  return (link) => {
    const known = found.get(link)
    if (known) return known
    const lane = lanes.get(linkId(link))?.lane
    if (lane) found.set(link, lane)
    return lane
  }
}
