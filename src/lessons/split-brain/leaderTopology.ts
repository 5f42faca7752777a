import type { Message, Operation, Service, System } from '../../engine'
import type { ParamValues } from '../definition'
import { checks } from './checks'
import { acquireLease, leaseOver, releaseLease } from './lease-only/locks'

/** What one variant of the two leaders is made of. */
export interface LeaderParts {
  readonly writeReport: (self: string, leaseMs: number) => Operation<unknown>
  readonly saveReport: (request: Message) => Operation<unknown>
}

/** A service that grants a lease, two workers that need it, and the storage that both write to. */
export function leaders({ writeReport, saveReport }: LeaderParts, params: ParamValues): System {
  const { leaseMs = 100 } = params
  const worker = (id: string, title: string): Service => ({
    id,
    title,
    database: {
      title: `${id}_db`,
      tables: { jobs: { key: 'id', rows: [{ id, status: 'open' }] } },
    },
    every: [{ label: 'writeReport', ms: 40, run: () => writeReport(id, leaseMs) }],
  })
  return {
    services: [
      lockService(leaseMs),
      worker('w1', 'Worker 1'),
      worker('w2', 'Worker 2'),
      {
        id: 'storage',
        title: 'Storage',
        database: {
          title: 'storage_db',
          tables: {
            reports: { key: 'id', rows: [{ id: 'report', by: 'none', token: 0 }] },
            journal: { key: 'n', sequence: 'n' },
          },
        },
        handlers: { SaveReport: saveReport },
      },
    ],
    checks: checks(['S-FENCE', 'Q-CLEAN'], []),
  }
}

function lockService(leaseMs: number): Service {
  const free = { id: 'report', state: 'free', holder: '', token: 32 }
  return {
    id: 'locks',
    title: 'LockService',
    database: { title: 'locks_db', tables: { locks: { key: 'id', rows: [free] } } },
    handlers: {
      AcquireLease: (request) => acquireLease(request, leaseMs),
      ReleaseLease: releaseLease,
      LeaseOver: leaseOver,
    },
  }
}
