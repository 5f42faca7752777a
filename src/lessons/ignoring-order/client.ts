import { call, note, type Once, type Operation } from '../../engine'
import type { ParamValues } from '../definition'

const names = ['A', 'B', 'C', 'D'] as const

/** Every user signs up as A and then takes the names B, C and D, in this order. */
export function clicks({ users = 0, renames = 0, spacingMs = 0 }: ParamValues): readonly Once[] {
  return Array.from({ length: users }, (_, n) => String(n + 1)).flatMap((user, n) =>
    names.slice(0, renames + 1).map((name, k) => ({
      label: k === 0 ? `sign up user ${user}` : `rename user ${user} to ${name}`,
      atMs: n * 5 + k * spacingMs,
      run: () => ask(k === 0 ? 'CreateUser' : 'RenameUser', user, name),
    })),
  )
}

function* ask(type: string, user: string, name: string): Operation<void> {
  const data = type === 'CreateUser' ? { name, mail: 'a' } : { name }
  const answer = yield* call(type, { to: 'user', key: user, data })
  if (answer.outcome !== 'answered')
    yield* note(`User ${user} does not know whether the name is ${name} now.`)
}
