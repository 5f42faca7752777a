/** Why a payload cannot be read; `link.ts` has the sentence for each. */
export type Defect = 'damaged' | 'newer' | 'large'

/** Thrown while reading a payload and caught at the codec's door. */
export class UnreadablePayload extends Error {
  constructor(readonly defect: Defect) {
    super(`The payload is ${defect}.`)
  }
}

/** Grows a list of bytes. */
export class ByteWriter {
  private readonly bytes: number[] = []

  byte(value: number): void {
    this.bytes.push(value & 0xff)
  }

  /** Whole number from 0 to 2^53 − 1, seven bits a byte, the lowest first. */
  varint(value: number): void {
    let rest = value
    while (rest >= 128) {
      this.byte((rest % 128) + 128)
      rest = Math.floor(rest / 128)
    }
    this.byte(rest)
  }

  done(): Uint8Array {
    return Uint8Array.from(this.bytes)
  }
}

/** Walks over bytes that a stranger wrote. */
export class ByteReader {
  private position = 0

  constructor(private readonly bytes: Uint8Array) {}

  get atEnd(): boolean {
    return this.position === this.bytes.length
  }

  byte(): number {
    const value = this.bytes[this.position]
    if (value === undefined) throw new UnreadablePayload('damaged')
    this.position += 1
    return value
  }

  varint(): number {
    let value = 0
    let weight = 1
    for (;;) {
      const byte = this.byte()
      value += (byte % 128) * weight
      if (value > Number.MAX_SAFE_INTEGER) throw new UnreadablePayload('damaged')
      if (byte < 128) return value
      weight *= 128
    }
  }
}
