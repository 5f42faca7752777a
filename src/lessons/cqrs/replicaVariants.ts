import type { ParamValues, Variant } from '../definition'
import * as blueGreenBalancer from './blue-green/balancer'
import * as blueGreenReplica from './blue-green/replica'
import { replicatedView, type ReplicaParts } from './replicatedView'
import * as stickyBalancer from './sticky/balancer'
import * as truncateBalancer from './truncate/balancer'
import * as truncateReplica from './truncate/replica'

type About = Omit<Variant, 'system'>

function replicas(about: About, parts: ReplicaParts): Variant {
  return { ...about, system: (params: ParamValues) => replicatedView(parts, params) }
}

/** The view on two replicas. */
export const replicaVariants: readonly Variant[] = [
  replicas(
    {
      id: 'truncate',
      title: 'Rebuild: truncate and fill',
      correct: false,
      summary: 'The view is emptied and filled again under its readers, who go round robin.',
      files: { balancer: 'truncate/balancer.ts', 'replica-1': 'truncate/replica.ts' },
    },
    { replica: truncateReplica, balancer: truncateBalancer, view: 'sales' },
  ),
  replicas(
    {
      id: 'sticky',
      title: 'Rebuild: sticky replica',
      correct: false,
      summary: 'Rebuilt beside, and each reader stays with one replica until that one is gone.',
      files: { balancer: 'sticky/balancer.ts', 'replica-1': 'blue-green/replica.ts' },
    },
    { replica: blueGreenReplica, balancer: stickyBalancer, view: 'sales-1' },
  ),
  replicas(
    {
      id: 'blue-green',
      title: 'Rebuild: beside, switch once',
      correct: true,
      summary: 'A second generation is filled beside the live one, and readers switch at its head.',
      files: { balancer: 'blue-green/balancer.ts', 'replica-1': 'blue-green/replica.ts' },
    },
    { replica: blueGreenReplica, balancer: blueGreenBalancer, view: 'sales-1' },
  ),
]
