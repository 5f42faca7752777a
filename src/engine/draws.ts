import { getOrMake } from './points'

/**
 * Same weather: a draw is a function of (seed, purpose, how often that purpose was asked), never of the
 * order in which unrelated things happen. Adding a fault does not change the luck of other messages.
 */
export class Draws {
  private readonly purposes = new Map<string, Purpose>()

  constructor(private readonly seed: number) {}

  /** What a draw is for. Whoever draws often keeps it, so that its text is hashed once. */
  purpose(text: string): Purpose {
    return getOrMake(this.purposes, text, () => ({ hash: hashText(text), counts: new Map() }))
  }

  /** A whole number from 0 to `below` − 1. `key` goes on where the purpose's text ends. */
  of({ hash, counts }: Purpose, key: string, below: number): number {
    const nth = counts.get(key) ?? 0
    counts.set(key, nth + 1)
    // The product stays under 2^53 because `below` is at most 2^21.
    return Math.floor((mix(this.seed, hashText(key, hash), nth) * below) / 4294967296)
  }

  /** The same for a purpose that nobody keeps. */
  below(purpose: string, below: number): number {
    return this.of(this.purpose(purpose), '', below)
  }

  /** Micros around `mean` with a long tail (exponential by an integer table of 64 quantiles). */
  tail(purpose: Purpose, key: string, mean: number): number {
    const slot = this.of(purpose, key, 64)
    return Math.floor((mean * (tailPerMille[slot] as number)) / 1000)
  }
}

/** One kind of draw, with how often each key was asked. */
export interface Purpose {
  readonly hash: number
  readonly counts: Map<string, number>
}

/** FNV-1a over UTF-16 code units, going on from the hash of the text before. */
export function hashText(text: string, before = 0x811c9dc5): number {
  let hash = before
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  }
  return hash >>> 0
}

/** Two rounds of the murmur3 finaliser over the three parts. */
function mix(seed: number, purpose: number, nth: number): number {
  return finalise(finalise(seed ^ Math.imul(purpose, 0x9e3779b1)) ^ Math.imul(nth + 1, 0x85ebca6b))
}

function finalise(value: number): number {
  let h = value | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** Quantiles of the exponential distribution with mean 1,000, at (i + ½) / 64; integers, so no `Math.log`. */
const tailPerMille: readonly number[] = [
  8, 24, 40, 56, 73, 90, 107, 125, 143, 161, 179, 198, 217, 237, 257, 277, 298, 319, 341, 363, 386,
  409, 433, 458, 483, 508, 535, 562, 589, 618, 647, 678, 709, 741, 774, 809, 845, 882, 920, 960,
  1002, 1045, 1091, 1138, 1188, 1241, 1297, 1356, 1418, 1485, 1556, 1633, 1717, 1808, 1908, 2019,
  2144, 2287, 2454, 2655, 2906, 3243, 3753, 4852,
]
