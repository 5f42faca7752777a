/** The tab that a key leads to, or null when the key means nothing in a row of tabs. */
export function nextTab(count: number, at: number, key: string): number | null {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count
    case 'ArrowLeft':
      return (at - 1 + count) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
