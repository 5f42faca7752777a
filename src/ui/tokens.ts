import { useSyncExternalStore } from 'react'

/** Colour tokens of `styles/tokens.css` that drawings outside CSS need. */
const colourTokens = [
  'paper',
  'sheet',
  'sunk',
  'ink',
  'ink-2',
  'ink-3',
  'line',
  'line-2',
  'edge',
  'dot',
  'shadow',
  'stroke',
  'proc',
  'proc-band',
  'disk',
  'disk-top',
  'disk-line',
  'disk-ink',
  'cell',
  'dead',
  'dead-band',
  'dead-line',
  'dead-ink',
  'cmd',
  'cmd-text',
  'event',
  'event-text',
  'reply',
  'reply-text',
  'query',
  'query-text',
  'fault',
  'fault-text',
  'fault-tint',
  'ok',
  'ok-text',
  'mark',
  'mark-tint',
  'mark-line',
  'on-token',
  'on-cmd',
  'on-ok',
  'on-broken',
] as const

export type ColourToken = (typeof colourTokens)[number]
export type Colours = Readonly<Record<ColourToken, string>>

export interface Tokens {
  /** Resolved, ready for `fillStyle`: `rgb(…)`. */
  readonly colours: Colours
  readonly fonts: { readonly sans: string; readonly serif: string; readonly mono: string }
  /** True when motion is to be shown as discrete changes of state. */
  readonly motionReduced: boolean
}

const mediaThatChangeTokens = [
  '(prefers-color-scheme: dark)',
  '(prefers-reduced-motion: reduce)',
  '(forced-colors: active)',
]

let current: Tokens | null = null
const listeners = new Set<() => void>()
let watching = false

/** The tokens as they are now; the same object until theme, contrast or motion change. */
export function readTokens(): Tokens {
  current ??= resolveTokens(document.documentElement)
  return current
}

/** Calls back after theme, contrast or motion changed; read again with {@link readTokens}. */
export function watchTokens(listener: () => void): () => void {
  listeners.add(listener)
  startWatching()
  return () => {
    listeners.delete(listener)
  }
}

export function useTokens(): Tokens {
  return useSyncExternalStore(watchTokens, readTokens)
}

function startWatching() {
  if (watching) return
  watching = true
  const renew = () => {
    current = null
    for (const listener of listeners) listener()
  }
  new MutationObserver(renew).observe(document.documentElement, {
    attributeFilter: ['data-theme', 'data-motion'],
  })
  for (const query of mediaThatChangeTokens)
    window.matchMedia(query).addEventListener('change', renew)
}

/** A custom property keeps its text (`light-dark(…)`), so a probe element resolves it as a colour. */
function resolveTokens(root: HTMLElement): Tokens {
  const probe = document.createElement('span')
  probe.style.forcedColorAdjust = 'none'
  probe.hidden = true
  root.append(probe)
  const style = getComputedStyle(probe)
  const colours = Object.fromEntries(
    colourTokens.map((name) => {
      probe.style.color = `var(--${name})`
      return [name, style.color]
    }),
  ) as Record<ColourToken, string>
  const text = (name: string) => style.getPropertyValue(name).trim()
  const tokens: Tokens = {
    colours,
    fonts: { sans: text('--sans'), serif: text('--serif'), mono: text('--mono') },
    motionReduced: text('--motion') === '0',
  }
  probe.remove()
  return tokens
}
