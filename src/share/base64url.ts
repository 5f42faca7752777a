const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const places = new Map(alphabet.split('').map((character, place) => [character, place]))

/** Bytes as letters, digits, `-` and `_`: nothing that an address or a chat would change. */
export function toBase64url(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let bitCount = 0
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xffff
    bitCount += 8
    while (bitCount >= 6) {
      bitCount -= 6
      text += alphabet.charAt((bits >> bitCount) & 63)
    }
  }
  return bitCount === 0 ? text : text + alphabet.charAt((bits << (6 - bitCount)) & 63)
}

/** The bytes, or undefined when the text was not written by {@link toBase64url}. */
export function fromBase64url(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8))
  let length = 0
  let bits = 0
  let bitCount = 0
  for (let index = 0; index < text.length; index++) {
    const place = places.get(text.charAt(index))
    if (place === undefined) return undefined
    bits = ((bits << 6) | place) & 0xffff
    bitCount += 6
    if (bitCount < 8) continue
    bitCount -= 8
    bytes[length++] = (bits >> bitCount) & 0xff
  }
  const isWhole = bitCount < 6 && (bits & ((1 << bitCount) - 1)) === 0
  return isWhole ? bytes : undefined
}
