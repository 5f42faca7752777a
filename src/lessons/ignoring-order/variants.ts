import type { ParamValues, Variant } from '../definition'
import * as buffer from './buffer/profile'
import * as guard from './guard/profile'
import * as nack from './nack/profile'
import * as strict from './strict/profile'
import { logSystem, queueSystem, type Profile } from './topology'
import * as upsert from './upsert/profile'

type About = Omit<Variant, 'system' | 'files'>

function variant(about: About, profile: Profile, folder: string, on: typeof queueSystem): Variant {
  return {
    ...about,
    files: { user: 'user.ts', relay: 'relay.ts', profile: `${folder}/profile.ts` },
    system: (params: ParamValues) => on(profile, params),
  }
}

export const variants: readonly Variant[] = [
  variant(
    {
      id: 'upsert',
      title: 'Upsert',
      correct: false,
      summary: 'Write what comes, as it comes: the last to arrive wins.',
    },
    upsert,
    'upsert',
    queueSystem,
  ),
  variant(
    {
      id: 'strict',
      title: 'Strict',
      correct: false,
      summary: 'An update of a user who does not exist is an error, and ignored.',
    },
    strict,
    'strict',
    queueSystem,
  ),
  variant(
    {
      id: 'guard',
      title: 'Version guard',
      correct: false,
      summary:
        'What is older than the view is refused. Enough only if every event carries everything.',
    },
    guard,
    'guard',
    queueSystem,
  ),
  variant(
    {
      id: 'buffer',
      title: 'Buffer by version',
      correct: true,
      summary: 'What comes too early waits in a table until its turn has come.',
    },
    buffer,
    'buffer',
    queueSystem,
  ),
  variant(
    {
      id: 'nack',
      title: 'Hand it back',
      correct: true,
      summary: 'What comes too early goes back to the queue, and comes again a little later.',
    },
    nack,
    'nack',
    queueSystem,
  ),
  variant(
    {
      id: 'lanes',
      title: 'Partitions, upsert',
      correct: false,
      summary: 'Two processes share a topic; the partition key decides what stays in order.',
    },
    upsert,
    'upsert',
    logSystem,
  ),
  variant(
    {
      id: 'lanes-buffer',
      title: 'Partitions, buffer',
      correct: true,
      summary: 'Whatever the key and whoever is late: the version decides whose turn it is.',
    },
    buffer,
    'buffer',
    logSystem,
  ),
]
