import { rowName, type Check, type World } from '../../engine'
import type { CheckInfo } from '../definition'

/** The claims of this lesson; the ids are those of the catalogue of invariants. */
export const checkInfos: readonly CheckInfo[] = [
  { id: 'S-SESSION', claim: 'always', text: 'A user sees what she has saved' },
  { id: 'Q-VIEW', claim: 'eventually', text: 'What is read ends equal to what was written' },
]

const judges: Readonly<Record<string, Check['holds']>> = {
  'S-SESSION': ownEditsShown,
  'Q-VIEW': viewIsEqual,
}

export function checks(): readonly Check[] {
  return checkInfos.map((info) => ({ ...info, holds: judges[info.id] ?? (() => true) }))
}

function ownEditsShown(world: World): ReturnType<Check['holds']> {
  const stale = world.rows('client', 'reads').find(({ own, shown }) => Number(shown) < Number(own))
  if (stale === undefined) return true
  return {
    why: `Ann has saved version ${String(stale['own'])} and is shown version ${String(stale['shown'])}.`,
    rows: [rowName('client', 'reads', Number(stale['n']))],
  }
}

function viewIsEqual(world: World): ReturnType<Check['holds']> {
  for (const { id, version } of world.rows('projector', 'profile_view')) {
    const written = world.row('profile', 'profiles', String(id))?.['version']
    if (written === version) continue
    return {
      why: `${String(id)} has version ${String(written)}, and the view has version ${String(version)}.`,
      rows: [rowName('projector', 'profile_view', String(id))],
    }
  }
  return true
}
