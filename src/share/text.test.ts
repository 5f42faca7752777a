import { describe, expect, it } from 'vitest'
import { ByteReader, ByteWriter } from './bytes'
import { words } from './dictionary'
import { readText, writeText } from './text'

function bytesOf(text: string): Uint8Array {
  const out = new ByteWriter()
  writeText(out, text)
  return out.done()
}

const readSymbols = (...symbols: number[]) => {
  const out = new ByteWriter()
  for (const symbol of [...symbols, 0]) out.varint(symbol)
  return readText(new ByteReader(out.done()))
}

describe('a text', () => {
  it('takes a byte a letter, one or two a word, and one for its end', () => {
    expect(bytesOf('xyz')).toHaveLength(4)
    expect(bytesOf('relay/after_confirm(OrderPlaced)')).toHaveLength(6)
    expect(bytesOf('commit-then-publish')).toHaveLength(3)
    expect(bytesOf('Überraschung')).toHaveLength(14)
  })

  it.each(['', '\0', '\u007f', '\ud800', '\udc00\ud800', '𝄞 注文 💥', words.join('')])(
    'comes back: %j',
    (text) => {
      expect(readText(new ByteReader(bytesOf(text)))).toBe(text)
    },
  )

  it('refuses symbols that mean nothing', () => {
    expect(() => readSymbols(127 + words.length - 31)).toThrow('newer')
    expect(() => readSymbols(2048 + 0x11_0000)).toThrow('damaged')
    expect(() => readText(new ByteReader(Uint8Array.of(97)))).toThrow('damaged')
    expect(() => readText(new ByteReader(Uint8Array.from({ length: 9 }, () => 255)))).toThrow(
      'damaged',
    )
  })
})

describe('the dictionary', () => {
  it('says everything once and fits between its symbols', () => {
    expect(new Set(words).size).toBe(words.length)
    expect(words.length).toBeLessThanOrEqual(31 + 2048 - 127)
    expect(words.filter((word) => word.length < 3)).toEqual([])
  })
})
