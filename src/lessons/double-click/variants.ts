import type { FaultVerb } from '../../engine'
import type { ParamValues, Variant } from '../definition'
import * as blockingApi from './blocking/api'
import * as checkThenActApi from './check-then-act/api'
import * as client from './client'
import * as disabledButtonClient from './disabled-button/client'
import * as nothingApi from './nothing/api'
import { system, type Parts } from './topology'
import * as uniqueInsertApi from './unique-insert/api'

const shared = { client: 'client.ts', psp: 'psp.ts' }

/**
 * All but those that end a request in the middle: who dies with the key in its hand takes it along.
 * That needs a lease, which is the subject of the lesson on idempotency.
 */
const whileItLives: readonly FaultVerb[] = [
  'pause',
  'slow',
  'drop',
  'drop-reply',
  'delay',
  'duplicate',
  'reorder',
  'partition',
  'link-delay',
]

/** Joins the parts of a variant to what the lesson shows of it. */
function variant(about: Omit<Variant, 'system'>, parts: Parts): Variant {
  return { ...about, system: (params: ParamValues) => system(parts, params) }
}

export const variants: readonly Variant[] = [
  variant(
    {
      id: 'nothing',
      title: 'Nothing',
      correct: false,
      summary: 'Every request is a charge.',
      files: { ...shared, api: 'nothing/api.ts' },
    },
    { client, api: nothingApi, keys: false },
  ),
  variant(
    {
      id: 'disabled-button',
      title: 'Disable the button',
      correct: false,
      summary: 'The browser sends only the first click of a tab; the server believes what comes.',
      files: { ...shared, client: 'disabled-button/client.ts', api: 'nothing/api.ts' },
    },
    { client: disabledButtonClient, api: nothingApi, keys: false, buttons: true },
  ),
  variant(
    {
      id: 'check-then-act',
      title: 'Check, then act',
      correct: false,
      summary: 'Look up the key, charge the card, write the key down.',
      files: { ...shared, api: 'check-then-act/api.ts' },
    },
    { client, api: checkThenActApi, keys: true },
  ),
  variant(
    {
      id: 'unique-insert',
      title: 'Insert first',
      correct: true,
      survives: { verbs: whileItLives },
      summary: 'Write the key down before anything else; who comes second gets 409 and asks later.',
      files: { ...shared, api: 'unique-insert/api.ts' },
    },
    { client, api: uniqueInsertApi, keys: true },
  ),
  variant(
    {
      id: 'blocking',
      title: 'Insert first, and wait',
      correct: true,
      summary: 'The transaction of the key stays open; who comes second waits for the first.',
      files: { ...shared, api: 'blocking/api.ts' },
    },
    { client, api: blockingApi, keys: true },
  ),
]
