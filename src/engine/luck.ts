import type { Draws, Purpose } from './draws'
import type { Link } from './system'
import type { Micros } from './time'

/** What chance does to one message. */
interface Luck {
  readonly lost: boolean
  readonly extraUs: Micros
  readonly copies: number
}

const calm: Luck = { lost: false, extraUs: 0, copies: 0 }

/** What chance is asked about each message of one name. */
export interface Chances {
  readonly loss: Purpose
  readonly duplicate: Purpose
  readonly latency: Purpose
}

export function chancesOf(draws: Draws, name: string): Chances {
  return {
    loss: draws.purpose(`loss ${name} `),
    duplicate: draws.purpose(`duplicate ${name} `),
    latency: draws.purpose(`latency ${name} `),
  }
}

/** Chance on a link: loss, a second copy, jitter. Drawn by name and key, so that no other message's luck depends on this one. */
export function luckOf(
  draws: Draws,
  spec: Link | null,
  lossPerMille: number,
  chances: Chances,
  key: string,
): Luck {
  const loss = (spec?.lossPerMille ?? 0) + lossPerMille
  const duplicate = spec?.duplicatePerMille ?? 0
  const jitter = spec?.jitter
  if (loss === 0 && duplicate === 0 && jitter === undefined) return calm
  return {
    lost: loss > 0 && draws.of(chances.loss, key, 1000) < loss,
    copies: duplicate > 0 && draws.of(chances.duplicate, key, 1000) < duplicate ? 1 : 0,
    extraUs: jitter === undefined ? 0 : jitterOf(draws, jitter, chances.latency, key),
  }
}

function jitterOf(
  draws: Draws,
  jitter: NonNullable<Link['jitter']>,
  latency: Purpose,
  key: string,
): Micros {
  const spreadUs = Math.round(jitter.spreadMs * 1000)
  if (jitter.shape === 'tail') return draws.tail(latency, key, spreadUs)
  return Math.floor((draws.of(latency, key, 1001) * spreadUs) / 1000)
}
