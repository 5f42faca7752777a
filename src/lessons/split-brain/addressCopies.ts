import type { Row } from '../../engine'
import type { ParamValues } from '../definition'
import * as lastWriter from './last-writer-wins/replica'
import * as majorityRegion from './majority/region'
import type { CopyProgram } from './topology'
import * as vectors from './version-vectors/replica'

/** Every region asks a majority; the witness has the same program and no customers. */
export function majority(params: ParamValues): CopyProgram {
  const { getAddress, putAddress, prepare, accept, addresses, gossip } = majorityRegion
  return {
    handlers: {
      GetAddress: getAddress,
      PutAddress: putAddress,
      Prepare: prepare,
      Accept: accept,
      Addresses: addresses,
    },
    gossip,
    tables: { addresses: { key: 'id', rows: before(params, { ballot: 0, promised: 0 }) } },
  }
}

export function lastWriterWins(rows: readonly Row[]): CopyProgram {
  const { getAddress, putAddress, addresses, gossip } = lastWriter
  return {
    handlers: { GetAddress: getAddress, PutAddress: putAddress, Addresses: addresses },
    gossip,
    tables: { addresses: { key: 'id', rows } },
  }
}

export function versionVectors(rows: readonly Row[]): CopyProgram {
  const { getAddress, putAddress, versions, gossip } = vectors
  return {
    handlers: { GetAddress: getAddress, PutAddress: putAddress, Versions: versions },
    gossip,
    tables: { versions: { key: 'id', indexes: ['address'], rows }, locks: { key: 'id' } },
  }
}

/** The addresses as all copies have them before anybody writes; `more` is what a program keeps beside them. */
export function before({ writesUs = 5, writesEu = 5 }: ParamValues, more: Row): readonly Row[] {
  return Array.from({ length: Math.max(writesUs, writesEu) }, (_, n) => ({
    id: String(n + 1),
    value: `old ${n + 1}`,
    ...more,
  }))
}

/** The same as versions that every writer has seen. */
export function versionsBefore(params: ParamValues): readonly Row[] {
  const seenByAll = { by: 'us', nth: 0, context: {}, clock: '()' }
  return before(params, seenByAll).map((row) => ({ ...row, address: row['id'] ?? null }))
}
