import type { Film } from '../../playback/frame'
import { virtualUsPerMs } from '../../playback/player'
import { speeds } from '../transport/speeds'

/** Real ms that a scene may take. */
const longestMs = 30_000

/** The slowest speed from 1 up at which a stretch is over in time; stillness passes by itself. */
export function paceOf(film: Film, fromUs: number, toUs: number): number {
  const shownUs = toUs - fromUs - film.stillWithin(fromUs, toUs)
  const needed = shownUs / (virtualUsPerMs * longestMs)
  return speeds.find((speed) => speed >= Math.max(1, needed)) ?? 1
}
