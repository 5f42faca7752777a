import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useFrame, usePlayground } from '../../stores/react'
import { CodeLine } from './CodeLine'
import styles from './CodePanel.module.css'
import { gutterOf, placedFaults, type PlacedFault, type Ring } from './gutter'
import { listingOf } from './listing'
import type { Lines } from './marks'
import { PlacedPopover } from './PlacedPopover'
import { RingPopover } from './RingPopover'
import { useFocusAfterwards } from './useFocusAfterwards'
import { useRoving } from './useRoving'
import { codeView, sameView, serviceView } from './view'

interface CodeTextProps {
  readonly source: SourceFile
  readonly service: string
}

type Opened =
  | { readonly anchor: Element; readonly ring: Ring }
  | { readonly anchor: Element; readonly fault: number }

const none: readonly PlacedFault[] = []
const within = (lines: Lines | null, number: number) =>
  lines !== null && number >= lines.from && number <= lines.to

/** A file as it runs: the line of the moment, and the places where it can be broken. */
export function CodeText({ source, service }: CodeTextProps) {
  const run = usePlayground((state) => state.run)
  const faults = usePlayground((state) => state.scenario.faults) ?? noFaults
  const system = usePlayground((state) => state.system)
  const listing = useMemo(() => listingOf(source, service, system), [source, service, system])
  const now = useFrame((frame) => serviceView(frame, service), sameView)
  const view = useMemo(() => codeView(listing, run, faults, now), [listing, run, faults, now])
  const rings = useMemo(() => gutterOf(listing, run.trace), [listing, run])
  const placed = useMemo(() => placedFaults(faults, rings), [faults, rings])
  const [opened, setOpened] = useState<Opened | null>(null)
  const [unfolded, setUnfolded] = useState(false)
  const text = useRef<HTMLDivElement>(null)
  const onKeyDown = useRoving(text)
  const focusAt = useFocusAfterwards(text)
  const close = () => setOpened(null)
  const closeAt = (below: number) => {
    close()
    focusAt(below)
  }
  useLitInView(text, view.lit)
  const onRing = useCallback((ring: Ring, anchor: Element) => setOpened({ ring, anchor }), [])
  const onPlaced = useCallback(
    ({ index }: PlacedFault, anchor: Element) => setOpened({ fault: index, anchor }),
    [],
  )
  const from = unfolded ? 1 : source.bodyFrom
  const openFault =
    opened && 'fault' in opened ? placed.find(({ index }) => index === opened.fault) : undefined
  return (
    <div ref={text} role="presentation" className={styles.text} onKeyDown={onKeyDown}>
      {source.bodyFrom > 1 && (
        <button
          type="button"
          className={styles.fold}
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {unfolded ? 'fold the imports' : `lines 1–${source.bodyFrom - 1}: imports`}
        </button>
      )}
      <ol className={styles.lines} aria-label={`Source of ${source.file}`}>
        {source.lines.slice(from - 1).map((tokens, index) => {
          const number = from + index
          const here = placed.filter(({ below }) => below === number)
          return (
            <CodeLine
              key={number}
              number={number}
              tokens={tokens}
              lit={within(view.lit, number) ? (view.running ? 'running' : 'ran') : 'no'}
              never={within(view.never, number)}
              ring={rings.find(({ below }) => below === number) ?? null}
              placed={here.length > 0 ? here : none}
              onRing={onRing}
              onPlaced={onPlaced}
            />
          )
        })}
      </ol>
      {opened && 'ring' in opened && (
        <RingPopover {...opened} onClose={close} onPlaced={() => closeAt(opened.ring.below)} />
      )}
      {opened && openFault && (
        <PlacedPopover
          placed={openFault}
          anchor={opened.anchor}
          onClose={close}
          onRemoved={() => closeAt(openFault.below)}
        />
      )}
    </div>
  )
}

const noFaults: readonly never[] = []

/** Scrolls only this panel, and only when the line is out of sight. */
function useLitInView(text: { readonly current: HTMLElement | null }, lit: Lines | null): void {
  useLayoutEffect(() => {
    const panel = text.current
    if (!panel || !lit) return
    const first = panel.querySelector<HTMLElement>(`[data-line="${lit.from}"]`)
    const last = panel.querySelector<HTMLElement>(`[data-line="${lit.to}"]`)
    if (!first || !last) return
    const top = first.offsetTop - 24
    const bottom = last.offsetTop + last.offsetHeight + 24
    if (top < panel.scrollTop) panel.scrollTo({ top })
    else if (bottom > panel.scrollTop + panel.clientHeight)
      panel.scrollTo({ top: Math.min(top, bottom - panel.clientHeight) })
  }, [text, lit])
}
