interface Head {
  readonly title: string
  /** How the table stands, in ever fewer words. */
  readonly status: readonly string[]
  readonly hidden: number
  /** Of the table, in canvas pixels. */
  readonly width: number
}

/** `3 rows`, and shorter. */
export const countTexts = (count: number, noun: string): readonly string[] => [
  `${count} ${noun}${count === 1 ? '' : 's'}`,
  String(count),
]

interface HeadTexts {
  readonly status: string
  /** Whether there is room to say how many rows are not shown. */
  readonly hidden: boolean
}

const padding = 16
const gap = 6
/** Widths of a letter of the title, and of what stands beside it. */
const letters = { title: 6.7, status: 6.4 } as const

/**
 * What finds room beside the whole title: as many words as fit, and the rows that are hidden if they do
 * too. The title is never cut for them.
 */
export function headTexts({ title, status, hidden, width }: Head): HeadTexts {
  const room = width - padding - title.length * letters.title
  const needs = (text: string) => gap + text.length * letters.status
  const more = hidden > 0 ? needs(`+${hidden}`) : 0
  const fitting = status.find((text) => needs(text) + more <= room)
  if (fitting !== undefined) return { status: fitting, hidden: hidden > 0 }
  return { status: status.find((text) => needs(text) <= room) ?? '', hidden: false }
}
