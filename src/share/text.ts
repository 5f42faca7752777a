import type { ByteReader, ByteWriter } from './bytes'
import { UnreadablePayload } from './bytes'
import { words } from './dictionary'

/*
 * A text is a row of symbols, each a varint, closed by 0:
 *
 *        1 …   31  the first words of the dictionary
 *       32 …  126  the printable ASCII characters
 *      127 … 2047  the other words of the dictionary
 *     2048 …       any code point, plus 2048 (also half a pair of surrogates, which UTF-8 would lose)
 */
const end = 0
const oneByteWords = 31
const firstAscii = 32
const firstLongWord = 127
const firstCodePoint = 2048
const lastCodePoint = 0x10ffff

export function writeText(out: ByteWriter, text: string): void {
  let at = 0
  while (at < text.length) {
    const word = longestWord(text, at)
    if (word >= 0) {
      out.varint(symbolOfWord(word))
      at += words[word]?.length ?? 0
    } else {
      const point = text.codePointAt(at) ?? 0
      out.varint(point >= firstAscii && point < firstLongWord ? point : point + firstCodePoint)
      at += point > 0xffff ? 2 : 1
    }
  }
  out.varint(end)
}

export function readText(source: ByteReader): string {
  let text = ''
  for (;;) {
    const symbol = source.varint()
    if (symbol === end) return text
    text += meaning(symbol)
  }
}

function meaning(symbol: number): string {
  if (symbol >= firstAscii && symbol < firstLongWord) return String.fromCodePoint(symbol)
  if (symbol < firstCodePoint) {
    const word = words[wordOfSymbol(symbol)]
    if (word === undefined) throw new UnreadablePayload('newer')
    return word
  }
  const point = symbol - firstCodePoint
  if (point > lastCodePoint) throw new UnreadablePayload('damaged')
  return String.fromCodePoint(point)
}

function symbolOfWord(word: number): number {
  return word < oneByteWords ? word + 1 : word - oneByteWords + firstLongWord
}

function wordOfSymbol(symbol: number): number {
  return symbol < firstAscii ? symbol - 1 : symbol - firstLongWord + oneByteWords
}

/** Words by their first character, longest first. */
const wordsByInitial = new Map<string, number[]>()
for (const [index, word] of words.entries()) {
  const others = wordsByInitial.get(word.charAt(0)) ?? []
  others.push(index)
  others.sort((a, b) => (words[b]?.length ?? 0) - (words[a]?.length ?? 0))
  wordsByInitial.set(word.charAt(0), others)
}

function longestWord(text: string, at: number): number {
  const candidates = wordsByInitial.get(text.charAt(at)) ?? []
  return candidates.find((index) => text.startsWith(words[index] ?? '', at)) ?? -1
}
