import type { Draws } from './draws'
import type { Link } from './system'
import type { Micros } from './time'

/** What chance does to one message. */
export interface Luck {
  readonly lost: boolean
  readonly extraUs: Micros
  readonly copies: number
}

const calm: Luck = { lost: false, extraUs: 0, copies: 0 }

/** Chance on a link: loss, a second copy, jitter. Drawn by name and key, so that no other message's luck depends on this one. */
export function luckOf(
  draws: Draws,
  spec: Link | null,
  lossPerMille: number,
  name: string,
  key: string,
): Luck {
  const loss = (spec?.lossPerMille ?? 0) + lossPerMille
  const duplicate = spec?.duplicatePerMille ?? 0
  const jitter = spec?.jitter
  if (loss === 0 && duplicate === 0 && jitter === undefined) return calm
  const purpose = `${name} ${key}`
  return {
    lost: loss > 0 && draws.below(`loss ${purpose}`, 1000) < loss,
    copies: duplicate > 0 && draws.below(`duplicate ${purpose}`, 1000) < duplicate ? 1 : 0,
    extraUs: jitter === undefined ? 0 : jitterOf(draws, jitter, purpose),
  }
}

function jitterOf(draws: Draws, jitter: NonNullable<Link['jitter']>, purpose: string): Micros {
  const spreadUs = Math.round(jitter.spreadMs * 1000)
  if (jitter.shape === 'tail') return draws.tail(`latency ${purpose}`, spreadUs)
  return Math.floor((draws.below(`latency ${purpose}`, 1001) * spreadUs) / 1000)
}
