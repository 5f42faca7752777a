import { useLayoutEffect, useState, type RefObject } from 'react'

interface ElementSize {
  readonly width: number
  readonly height: number
}

/** Inner size of an element in whole pixels, kept up to date. */
export function useElementSize(ref: RefObject<HTMLElement | null>): ElementSize {
  const [size, setSize] = useState<ElementSize>({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      const next = { width: element.clientWidth, height: element.clientHeight }
      setSize((old) => (old.width === next.width && old.height === next.height ? old : next))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return size
}
