import { describe, expect, it } from 'vitest'
import { fileOf, filesOf } from './files'

const variant = { files: { order: 'outbox/order.ts', relay: 'two-relays/relay.ts' } }

describe('the files of a variant', () => {
  it('are there once, with all who run them', () => {
    expect(filesOf(variant, ['client', 'order', 'relay', 'relay-2'])).toEqual([
      { file: 'outbox/order.ts', label: 'order.ts', services: ['order'] },
      { file: 'two-relays/relay.ts', label: 'relay.ts', services: ['relay', 'relay-2'] },
    ])
  })

  it('are those of the first instance for a second one', () => {
    expect(fileOf(variant, 'relay-2')).toBe('two-relays/relay.ts')
    expect(fileOf(variant, 'client')).toBeUndefined()
  })
})
