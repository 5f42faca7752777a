import type { ParamValues, Variant } from '../definition'
import * as checkThenActApi from './check-then-act/api'
import * as client from './client'
import * as freshKeyClient from './fresh-key/client'
import * as fullApi from './full/api'
import * as keyToPspApi from './key-to-psp/api'
import * as leaseApi from './lease/api'
import * as localApi from './local/api'
import * as lockApi from './lock/api'
import * as noKeyApi from './no-key/api'
import * as storeErrorsApi from './store-errors/api'
import { system, type Parts } from './topology'

const shared = { client: 'client.ts', psp: 'psp.ts' }

/** A month: every dedup window closes, and what comes after it is no longer covered. */
const longEnough = 720

/** Joins the parts of a variant to what the lesson shows of it. */
function variant(about: Omit<Variant, 'system'>, parts: Parts): Variant {
  return {
    ...about,
    alsoShown: ['keys.ts'],
    system: (params: ParamValues) => system(parts, params),
  }
}

export const variants: readonly Variant[] = [
  variant(
    {
      id: 'no-key',
      title: 'No key',
      correct: false,
      summary: 'Every request is a payment.',
      files: { ...shared, api: 'no-key/api.ts' },
    },
    { client, api: noKeyApi },
  ),
  variant(
    {
      id: 'check-then-act',
      title: 'Check, then act',
      correct: false,
      summary: 'Look up the key, charge, write the key down. The key is all that is compared.',
      files: { ...shared, api: 'check-then-act/api.ts' },
    },
    { client, api: checkThenActApi, keys: true },
  ),
  variant(
    {
      id: 'lock',
      title: 'Lock without a lease',
      correct: false,
      summary: 'Insert the key first; it stays in progress until its holder completes it.',
      files: { ...shared, api: 'lock/api.ts' },
    },
    { client, api: lockApi, keys: true },
  ),
  variant(
    {
      id: 'lease',
      title: 'Lock, lease, stored answer',
      correct: false,
      summary:
        'A dead holder is replaced when its lease is over; after an error the key is forgotten.',
      files: { ...shared, api: 'lease/api.ts' },
    },
    { client, api: leaseApi, keys: true },
  ),
  variant(
    {
      id: 'store-errors',
      title: 'The same, errors stored too',
      correct: false,
      summary: 'Whatever came out of the first attempt is the answer for all that follow.',
      files: { ...shared, api: 'store-errors/api.ts' },
    },
    { client, api: storeErrorsApi, keys: true },
  ),
  variant(
    {
      id: 'local',
      title: 'Key in the effect’s commit',
      correct: true,
      survives: { params: { ttlHours: longEnough } },
      summary: 'The effect is local, a wallet: key, effect and answer are one commit.',
      files: { client: 'client.ts', api: 'local/api.ts' },
    },
    { client, api: localApi, keys: true, wallet: true },
  ),
  variant(
    {
      id: 'fresh-key',
      title: 'A new key for every attempt',
      correct: false,
      summary: 'The server does everything right, and the client’s library makes a key a request.',
      files: { client: 'fresh-key/client.ts', psp: 'psp.ts', api: 'key-to-psp/api.ts' },
    },
    { client: freshKeyClient, api: keyToPspApi, keys: true },
  ),
  variant(
    {
      id: 'key-to-psp',
      title: 'Lease, and the key goes on',
      correct: true,
      survives: { params: { ttlHours: longEnough, providerHours: longEnough } },
      summary: 'The provider gets a key of ours, and a new holder goes on where the last one was.',
      files: { ...shared, api: 'key-to-psp/api.ts' },
    },
    { client, api: keyToPspApi, keys: true },
  ),
  variant(
    {
      id: 'full',
      title: 'The same, with a business key',
      correct: true,
      // Who was down for longer than the provider remembers cannot know any more what it did there.
      survives: { params: { providerHours: longEnough } },
      summary: 'One payment an order, whatever key it came with and however late.',
      files: { ...shared, api: 'full/api.ts' },
    },
    { client, api: fullApi, keys: true, onePerOrder: true },
  ),
]
