/** Called once a frame with the real ms since the last one; says whether it wants another frame. */
export type Tick = (elapsedMs: number) => boolean

/** The one animation loop of the page. It sleeps when nobody wants a frame. */
export interface Loop {
  /** Ticks run in the order in which they were added: who moves the head comes before who draws it. */
  add(tick: Tick): () => void
  /** Asks for a frame. */
  wake(): void
}

/** A page that was hidden or busy goes on where it was instead of leaping. */
const elapsedAtMostMs = 100

export function createLoop(
  requestFrame: (callback: (nowMs: number) => void) => void = (callback) =>
    requestAnimationFrame(callback),
): Loop {
  const ticks = new Set<Tick>()
  let asked = false
  let lastMs: number | null = null

  const wake = () => {
    if (asked) return
    asked = true
    requestFrame(frame)
  }

  const frame = (nowMs: number) => {
    asked = false
    const elapsedMs = lastMs === null ? 0 : Math.min(nowMs - lastMs, elapsedAtMostMs)
    for (const tick of ticks) if (tick(elapsedMs)) wake()
    lastMs = asked ? nowMs : null
  }

  return {
    wake,
    add(tick) {
      ticks.add(tick)
      wake()
      return () => ticks.delete(tick)
    },
  }
}
