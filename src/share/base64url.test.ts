import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64url, toBase64url } from './base64url'

describe('base64url', () => {
  it('agrees with the platform', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = toBase64url(bytes)
        expect(text).toBe(Buffer.from(bytes).toString('base64url'))
        expect(fromBase64url(text)).toEqual(bytes)
      }),
    )
  })

  it('reads only what it writes', () => {
    for (const text of ['A', 'AB', 'AAB', 'A=', 'A A', 'A+', 'é', 'AAAAA'])
      expect(fromBase64url(text)).toBeUndefined()
  })
})
