import { expect, test } from 'vitest'
import { filesOf } from './files'

const variant = { files: { order: 'outbox/order.ts', relay: 'two-relays/relay.ts' } }

test('the files of a variant are there once, with all who run them', () => {
  const services = [
    { id: 'client' },
    { id: 'order' },
    { id: 'relay' },
    { id: 'relay-2', instanceOf: 'relay' },
  ]
  const shown = { ...variant, alsoShown: ['patterns/orchestrator.ts'] }
  expect(filesOf(shown, services)).toEqual([
    { file: 'outbox/order.ts', label: 'order.ts', services: ['order'] },
    { file: 'two-relays/relay.ts', label: 'relay.ts', services: ['relay', 'relay-2'] },
    { file: 'patterns/orchestrator.ts', label: 'orchestrator.ts', services: [] },
  ])
})
