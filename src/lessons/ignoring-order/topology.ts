import type { Broker, Message, Operation, Service, Subscription, System } from '../../engine'
import { outboxTable } from '../../patterns/outbox'
import type { ParamValues } from '../definition'
import { checks } from './checks'
import { clicks } from './client'
import { relay } from './relay'
import { createUser, renameUser } from './user'

/** The program that keeps the view. */
export interface Profile {
  readonly userCreated: (event: Message) => Operation<unknown>
  readonly userUpdated: (event: Message) => Operation<unknown>
}

/** Users → UserService → relay → one queue → ProfileView, which takes up to ten messages at a time. */
export function queueSystem(profile: Profile, params: ParamValues): System {
  const broker: Broker = {
    id: 'broker',
    title: 'Queue broker',
    kind: 'queue',
    // What comes too early is handed back for as long as it takes.
    queues: { profiles: { deliveryLimit: 1000 } },
    bindings: [{ topic: 'users', queue: 'profiles' }],
  }
  const subscription = { broker: 'broker', source: 'profiles', prefetch: 10 }
  const view = viewOf('profile', 'ProfileView', profile, subscription)
  return systemOf([{ ...view, database: profileDatabase }], broker, params)
}

/** Users → UserService → relay → a topic with partitions → a group of two processes, of which one is slow. */
export function logSystem(profile: Profile, params: ParamValues): System {
  const { partitions = 2, slowMs = 40 } = params
  const broker: Broker = {
    id: 'log',
    title: 'Log broker',
    kind: 'log',
    topics: { users: { partitions } },
  }
  const subscription = { broker: 'log', source: 'users', group: 'profile' }
  const slow = viewOf('profile', 'View 1, slow', profile, subscription)
  const quick = viewOf('profile-2', 'View 2', profile, subscription)
  const views: readonly Service[] = [
    { ...slow, database: profileDatabase, handlerMs: slowMs },
    { ...quick, database: { of: 'profile' }, instanceOf: 'profile' },
  ]
  return systemOf(views, broker, params)
}

function systemOf(views: readonly Service[], broker: Broker, params: ParamValues): System {
  const { hopMs = 5, commitMs = 2, full = 0 } = params
  return {
    services: [
      { id: 'client', title: 'Users', outside: true, once: clicks(params) },
      userService(params),
      ...relays(params),
      ...views,
    ],
    brokers: [broker],
    checks: checks(full === 1),
    timing: { hopMs, commitMs },
  }
}

function userService({ key = 0, full = 0 }: ParamValues): Service {
  const decisions = { key, full: full === 1 }
  return {
    id: 'user',
    title: 'UserService',
    database: { title: 'users_db', tables: { users: { key: 'id' }, outbox: outboxTable } },
    handlers: {
      CreateUser: (request) => createUser(request, decisions),
      RenameUser: (request) => renameUser(request, decisions),
    },
  }
}

function relays({ relays: count = 1, pollMs = 50 }: ParamValues): readonly Service[] {
  return Array.from({ length: count }, (_, n) => ({
    id: n === 0 ? 'relay' : 'relay-2',
    title: count === 1 ? 'Relay' : `Relay ${n + 1}`,
    database: { of: 'user' },
    ...(n === 0 ? {} : { instanceOf: 'relay' }),
    every: [{ label: 'relay', ms: pollMs, run: relay }],
  }))
}

const profileDatabase = {
  title: 'profiles_db',
  tables: {
    profiles: { key: 'id' },
    applied: { key: 'position', sequence: 'position', indexes: ['user'] },
    versions: { key: 'user' },
    buffer: { key: 'id', indexes: ['user'] },
  },
}

function viewOf(
  id: string,
  title: string,
  { userCreated, userUpdated }: Profile,
  subscription: Subscription,
): Service {
  const handlers = { UserCreated: userCreated, UserUpdated: userUpdated }
  return { id, title, handlers, subscriptions: [subscription] }
}
