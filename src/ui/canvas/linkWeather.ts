import type { LinkFrame } from '../../playback/frame'

/** What a link does to what passes: `+20 ms, loses 20 %`; empty when it does nothing. */
export function linkWeather(link: LinkFrame): string {
  const delay = link.extraUs > 0 ? [`+${link.extraUs / 1000} ms`] : []
  const loss = link.lossPerMille > 0 ? [`loses ${link.lossPerMille / 10} %`] : []
  return [...delay, ...loss].join(', ')
}

/** One line for a list; null when the link is as always. */
export function linkSentence(link: LinkFrame, titleOf: (process: string) => string): string | null {
  const fate = link.cut ? 'cut' : linkWeather(link)
  return fate === '' ? null : `${titleOf(link.from)} to ${titleOf(link.to)}: ${fate}`
}
