/**
 * The item that a key leads to, or null when the key means nothing here. Arrows go round; a letter
 * goes to the next item that begins with it.
 */
export function nextItem(texts: readonly string[], at: number, key: string): number | null {
  const count = texts.length
  if (count === 0) return null
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count
    case 'ArrowUp':
      return (Math.max(at, 0) - 1 + count) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return key.length === 1 && key !== ' ' ? byLetter(texts, at, key.toLowerCase()) : null
  }
}

function byLetter(texts: readonly string[], at: number, letter: string): number | null {
  for (let step = 1; step <= texts.length; step++) {
    const index = (at + step) % texts.length
    if (texts[index]?.toLowerCase().startsWith(letter)) return index
  }
  return null
}
