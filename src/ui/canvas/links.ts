import type { Trace } from '../../engine'
import type { Stage } from '../../lessons/definition'

/** One direction between two processes. */
export interface Link {
  readonly from: string
  readonly to: string
  /** Something also travels the other way. */
  readonly twoWay: boolean
}

export const linkId = (link: { readonly from: string; readonly to: string }) =>
  `${link.from}>${link.to}`

/** The lesson's edges first, then every pair that exchanges messages in this run. */
export function linksOf(stage: Stage, trace: Trace, known: ReadonlySet<string>): readonly Link[] {
  const pairs = new Map<string, { readonly from: string; readonly to: string }>()
  const add = (from: string, to: string) => {
    if (from !== to && known.has(from) && known.has(to))
      pairs.set(linkId({ from, to }), { from, to })
  }
  for (const { from, to } of stage.edges) add(from, to)
  for (const event of trace.events) if (event.kind === 'messageSent') add(event.from, event.to)
  return [...pairs.values()].map(({ from, to }) => ({
    from,
    to,
    twoWay: pairs.has(linkId({ from: to, to: from })),
  }))
}
