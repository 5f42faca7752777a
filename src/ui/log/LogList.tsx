import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { usePlayback, usePlayground } from '../../stores/react'
import { useCovered } from '../lesson/useCover'
import { useElementSize } from '../timeline/useElementSize'
import { LogLine } from './LogLine'
import styles from './LogPanel.module.css'
import { useFollowing } from './useFollowing'
import { offsetsOf, partition, visible } from './windowing'

interface LogListProps {
  /** Trace indexes, in order. */
  readonly entries: readonly number[]
}

const rowPx = 18
const paddingPx = 4
/** Width of time, sign and margins, and of a character of the sentence at 12 px, generously. */
const asidePx = 106
const characterPx = 6.3
const moreLines = 6

/** A list of any length: only the lines in view exist. */
export function LogList({ entries }: LogListProps) {
  const film = usePlayground((state) => state.film)
  const headIndex = usePlayback(({ head }) => head.index)
  const covered = useCovered()
  const list = useRef<HTMLDivElement>(null)
  const { width, height } = useElementSize(list)
  const charsPerRow = Math.floor((width - asidePx) / characterPx)
  const offsets = useMemo(() => {
    const lengths = entries.map((index) => film.sentence(index).length)
    return offsetsOf(lengths, charsPerRow, rowPx, paddingPx)
  }, [entries, film, charsPerRow])
  const [scrollTop, setScrollTop] = useState(0)
  const past = partition(entries.length, (place) => (entries[place] ?? 0) <= headIndex)
  const now = past - 1
  const shown = covered ? past : entries.length
  const [active, setActive] = useState<number | null>(null)
  useFollowing(list, offsets, now)
  const focusPlace = usePlaceFocus(list, offsets.tops, setActive)
  const { from, to } = visible(offsets, scrollTop, height, moreLines)
  const last = Math.min(to, shown) - 1
  // Only a line that exists can be reached by Tab, also when somebody has scrolled away from it.
  const tabbable = Math.max(from, Math.min(active ?? now, last))
  const onKeyDown = (event: KeyboardEvent) => {
    const next = placeAfter(event.key, tabbable, shown)
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    focusPlace(next)
  }
  const places = Array.from({ length: Math.max(0, last + 1 - from) }, (_, i) => from + i)
  return (
    <div
      ref={list}
      role="presentation"
      className={styles.scroller}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
      onKeyDown={onKeyDown}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setActive(null)}
    >
      {shown === 0 && <p className={styles.empty}>{emptyText(entries.length)}</p>}
      <ol className={styles.list} style={{ height: offsets.tops[shown] ?? 0 }}>
        {places.map((place) => (
          <LogLine
            key={entries[place]}
            index={entries[place] ?? 0}
            place={place}
            count={shown}
            top={offsets.tops[place] ?? 0}
            height={(offsets.tops[place + 1] ?? 0) - (offsets.tops[place] ?? 0)}
            time={place === now ? 'now' : place < now ? 'past' : 'future'}
            tabbable={place === tabbable}
          />
        ))}
      </ol>
    </div>
  )
}

const emptyText = (entries: number) =>
  entries === 0 ? 'Nothing in the log is like that.' : 'Nothing has happened yet.'

function placeAfter(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, at + 1)
    case 'ArrowUp':
      return Math.max(0, at - 1)
    case 'PageDown':
      return Math.min(count - 1, at + 10)
    case 'PageUp':
      return Math.max(0, at - 10)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

/** Moves the focus to a line that may not exist yet: scrolls there first. */
function usePlaceFocus(
  list: { readonly current: HTMLElement | null },
  tops: Float64Array,
  setActive: (place: number) => void,
): (place: number) => void {
  const wanted = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (wanted.current === null) return
    const line = list.current?.querySelector<HTMLElement>(`[data-place="${wanted.current}"]`)
    if (!line) return
    line.focus({ preventScroll: true })
    wanted.current = null
  })
  return (place) => {
    wanted.current = place
    setActive(place)
    const element = list.current
    if (!element) return
    const top = tops[place] ?? 0
    const bottom = tops[place + 1] ?? top
    if (top < element.scrollTop) element.scrollTo({ top })
    if (bottom > element.scrollTop + element.clientHeight)
      element.scrollTo({ top: bottom - element.clientHeight })
  }
}
