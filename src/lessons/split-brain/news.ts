import {
  canonicalJson,
  type Reader,
  type Row,
  type TableSpec,
  type Transaction,
} from '../../engine'

/** Which rows the other copies are known to have, and how those rows read. */
export const heardTable: TableSpec = { key: 'id' }

/** Rows that a peer does not have yet as they are now. When it has all, there is nothing to tell. */
export function newsFor(db: Reader, peer: string, rows: readonly Row[]): readonly Row[] {
  return rows.filter((row) => db.get('heard', nameOf(peer, row))?.['said'] !== textOf(row))
}

/** Remembers that a peer has these rows: it confirmed them, or it sent them itself. */
export function hasHeard(tx: Transaction, peer: string, rows: readonly Row[]): void {
  for (const row of rows) tx.upsert('heard', heardRow(peer, row))
}

export function heardRow(peer: string, row: Row): Row {
  return { id: nameOf(peer, row), said: textOf(row) }
}

/** What a row says, as text. A promise stays between one copy and a ballot, so it is not part of it. */
export function textOf({ promised: _, ...said }: Row): string {
  return canonicalJson(said)
}

function nameOf(peer: string, row: Row): string {
  return `${peer} ${String(row['id'])}`
}
