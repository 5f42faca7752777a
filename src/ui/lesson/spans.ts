/** A run of text in a paragraph of a lesson. */
export interface Span {
  readonly kind: 'text' | 'code' | 'strong'
  readonly text: string
}

const marked = /`([^`]+)`|\*\*([^*]+)\*\*/g

/** Splits a paragraph at `code` and **emphasis**, the only marks there are; the rest stays as written. */
export function spansOf(paragraph: string): Span[] {
  const spans: Span[] = []
  let at = 0
  const plain = (to: number) => {
    if (to > at) spans.push({ kind: 'text', text: paragraph.slice(at, to) })
  }
  for (const match of paragraph.matchAll(marked)) {
    plain(match.index)
    const [all, code, strong] = match
    spans.push(
      code === undefined ? { kind: 'strong', text: strong ?? '' } : { kind: 'code', text: code },
    )
    at = match.index + all.length
  }
  plain(paragraph.length)
  return spans
}
