import { useLayoutEffect, useRef, useState, type RefObject } from 'react'

interface Tightness<E extends Element> {
  readonly ref: RefObject<E | null>
  /** 0 while everything fits in full; grows until a shorter form fits, or there is none left. */
  readonly tightness: number
}

/**
 * Tries shorter and shorter forms of a row, before it is painted, until its content is no wider than it is.
 *
 * @param most the shortest form.
 * @param content changes when the content does, so that longer forms are tried again.
 */
export function useTightness<E extends Element>(most: number, content: string): Tightness<E> {
  const ref = useRef<E>(null)
  const [width, setWidth] = useState(0)
  const [tried, setTried] = useState({ key: '', tightness: 0 })
  const key = `${width} ${content}`
  const tightness = tried.key === key ? tried.tightness : 0
  useLayoutEffect(() => {
    const row = ref.current
    if (!row) return
    const sizes = new ResizeObserver(() => setWidth(row.clientWidth))
    sizes.observe(row)
    return () => sizes.disconnect()
  }, [])
  useLayoutEffect(() => {
    const row = ref.current
    if (row && tightness < most && row.scrollWidth > row.clientWidth)
      setTried({ key, tightness: tightness + 1 })
  }, [key, tightness, most])
  return { ref, tightness }
}
