import type { ParamValues, Variant } from '../definition'
import * as anyAccount from './any/account'
import * as editInPlaceOffice from './edit-in-place/office'
import * as eventStoreAccount from './event-store/account'
import * as eventStoreOffice from './event-store/office'
import * as eventStoreStatement from './event-store/statement'
import * as eventStoreStore from './event-store/store'
import * as missingUpcasterStatement from './missing-upcaster/statement'
import * as newIdsAccount from './new-ids/account'
import * as noSnapshotsAccount from './no-snapshots/account'
import * as noUpcastersStatement from './no-upcasters/statement'
import * as rowStoreAccount from './row-store/account'
import * as snapshotNoVersionAccount from './snapshot-no-version/account'
import { system, type Parts } from './topology'

const whole: Parts = {
  account: eventStoreAccount,
  store: eventStoreStore,
  statement: eventStoreStatement,
  office: eventStoreOffice,
}

const files = {
  account: 'event-store/account.ts',
  store: 'event-store/store.ts',
  statement: 'event-store/statement.ts',
  office: 'event-store/office.ts',
}

/** Joins the parts of a variant to what the lesson shows of it. */
function variant(about: Omit<Variant, 'system'>, parts: Parts): Variant {
  return {
    ...about,
    alsoShown: ['ledger.ts'],
    system: (params: ParamValues) => system(parts, params),
  }
}

export const variants: readonly Variant[] = [
  variant(
    {
      id: 'row-store',
      title: 'Row store',
      correct: false,
      summary: 'One row an account: read the balance, work it out, write it back.',
      files: { account: 'row-store/account.ts', office: files.office },
    },
    { account: rowStoreAccount, office: eventStoreOffice },
  ),
  variant(
    {
      id: 'any',
      title: 'Events, any version',
      correct: false,
      summary:
        'Events are appended wherever the stream may be by then, and each try is a new event.',
      files: { ...files, account: 'any/account.ts' },
    },
    { ...whole, account: anyAccount },
  ),
  variant(
    {
      id: 'new-ids',
      title: 'Expected version, new ids',
      correct: false,
      summary: 'Appends only at the version it decided on, but a second try is a new event.',
      files: { ...files, account: 'new-ids/account.ts' },
    },
    { ...whole, account: newIdsAccount },
  ),
  variant(
    {
      id: 'event-store',
      title: 'Event store',
      correct: true,
      summary: 'Expected version, the same ids on every try, snapshots with a birthday, upcasters.',
      files,
    },
    whole,
  ),
  variant(
    {
      id: 'no-snapshots',
      title: 'Event store, no snapshots',
      correct: true,
      summary: 'The same, and every command folds the whole stream: nothing to go stale.',
      files: { ...files, account: 'no-snapshots/account.ts' },
    },
    { ...whole, account: noSnapshotsAccount },
  ),
  variant(
    {
      id: 'snapshot-no-version',
      title: 'Snapshots without a version',
      correct: false,
      summary: 'A snapshot is used whichever fold has made it.',
      files: { ...files, account: 'snapshot-no-version/account.ts' },
    },
    { ...whole, account: snapshotNoVersionAccount },
  ),
  variant(
    {
      id: 'edit-in-place',
      title: 'Events edited in place',
      correct: false,
      summary: 'A wrong event is put right by an UPDATE instead of by another event.',
      files: { ...files, office: 'edit-in-place/office.ts' },
    },
    { ...whole, office: editInPlaceOffice },
  ),
  variant(
    {
      id: 'no-upcasters',
      title: 'Reader without upcasters',
      correct: false,
      summary:
        'The statement understands events as they are written today and skips what looks older.',
      files: { ...files, statement: 'no-upcasters/statement.ts' },
    },
    { ...whole, statement: noUpcastersStatement },
  ),
  variant(
    {
      id: 'missing-upcaster',
      title: 'One upcaster missing',
      correct: false,
      summary: 'The first link of the chain is gone; the statement stops at the oldest event.',
      files: { ...files, statement: 'missing-upcaster/statement.ts' },
    },
    { ...whole, statement: missingUpcasterStatement },
  ),
]
