import type { Message, Operation, Service, System } from '../../engine'
import { outboxTable } from '../../patterns/outbox'
import { checkpointTable } from '../../patterns/projector'
import { relay } from '../../patterns/relay'
import type { ParamValues } from '../definition'
import { checks } from './checks'
import { clicks, type Addresses } from './client'
import type { Profile } from './profile'

type Step = (message: Message) => Operation<unknown>

interface Reading {
  readonly getProfile: Step
  readonly searchProfiles: Step
}

/** Customers → ProfileService, and that is all. */
export function oneModel(program: { readonly editProfile: Step } & Reading, params: ParamValues) {
  const { editProfile, getProfile, searchProfiles } = program
  const handlers = {
    EditProfile: editProfile,
    GetProfile: getProfile,
    SearchProfiles: searchProfiles,
  }
  return systemOf(
    [people({ edits: 'profile', reads: 'profile' }, params), writeSide(handlers, params, {})],
    params,
  )
}

/** Customers → ProfileService → relay → broker → Projector → view ← QueryService ← customers. */
export function twoModels(
  parts: {
    readonly profile: { readonly editProfile: Step }
    readonly projector: { readonly profileEdited: Step }
    readonly query: Reading
  },
  params: ParamValues,
): System {
  const { profile, projector, query } = parts
  const services: readonly Service[] = [
    people({ edits: 'profile', reads: 'query' }, params),
    writeSide({ EditProfile: profile.editProfile }, params, { outbox: outboxTable }),
    {
      id: 'relay',
      title: 'Relay',
      database: { of: 'profile' },
      every: [{ label: 'relay', ms: params['pollMs'] ?? 50, run: relay }],
    },
    {
      id: 'projector',
      title: 'Projector',
      database: {
        title: 'view_db',
        tables: {
          profile_view: { key: 'id', indexes: ['city'], rows: profiles(params) },
          checkpoints: {
            ...checkpointTable,
            rows: profiles(params).map(({ id, version }) => ({ view: id, position: version })),
          },
        },
      },
      handlers: { ProfileEdited: projector.profileEdited },
      subscriptions: [{ broker: 'broker', source: 'profiles' }],
    },
    {
      id: 'query',
      title: 'QueryService',
      database: { of: 'projector' },
      handlers: { GetProfile: query.getProfile, SearchProfiles: query.searchProfiles },
    },
  ]
  return {
    ...systemOf(services, params),
    brokers: [
      { id: 'broker', title: 'Broker', kind: 'log', topics: { profiles: { partitions: 1 } } },
    ],
  }
}

function systemOf(services: readonly Service[], params: ParamValues): System {
  const { hopMs = 5, commitMs = 2, appendMs = 1, handlerMs = 4 } = params
  return {
    services,
    checks: checks(),
    timing: { hopMs, commitMs, appendMs, handlerMs },
    limits: { steps: 60_000 },
  }
}

function people(to: Addresses, params: ParamValues): Service {
  return {
    id: 'client',
    title: 'Customers',
    outside: true,
    database: {
      title: 'browser',
      tables: {
        edits: { key: 'version', indexes: ['seen_after'] },
        reads: { key: 'n' },
        searches: { key: 'id' },
        logged_out: { key: 'user' },
      },
    },
    once: clicks(to, params),
  }
}

function writeSide(
  handlers: Readonly<Record<string, Step>>,
  params: ParamValues,
  more: { readonly outbox?: typeof outboxTable },
): Service {
  return {
    id: 'profile',
    title: 'ProfileService',
    database: {
      title: 'profiles_db',
      tables: {
        profiles: { key: 'id', rows: profiles(params) },
        connections: { key: 'id', rows: [{ id: 'only one' }] },
        ...more,
      },
    },
    handlers,
  }
}

function profiles({ profiles: count = 1 }: ParamValues): readonly Profile[] {
  const cities = ['Bern', 'Graz', 'Köln', 'Lyon', 'Oslo', 'Porto', 'Turin', 'Wien']
  return Array.from({ length: count }, (_, n) => ({
    id: n === 0 ? 'ann' : `user ${n + 1}`,
    name: n === 0 ? 'Ann' : `User ${n + 1}`,
    mail: `${n + 1}@example.org`,
    phone: `555 ${n + 100}`,
    city: cities[n % cities.length] ?? '',
    bio: '',
    version: 1,
  }))
}
