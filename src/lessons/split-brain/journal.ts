import type { Row } from '../../engine'
import type { Rows } from '../definition'

/** Writes that storage took although it had taken one with a higher token before. */
export function zombieWrites(rows: Rows): readonly Row[] {
  let highest = 0
  return writesTaken(rows).filter(({ token }) => {
    const late = Number(token) < highest
    highest = Math.max(highest, Number(token))
    return late
  })
}

/** What storage wrote, in order. */
export function writesTaken(rows: Rows): readonly Row[] {
  return rows.rows('storage', 'journal').filter(({ status }) => status === 'written')
}
