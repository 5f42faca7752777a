import type { ByteReader, ByteWriter } from './bytes'
import { UnreadablePayload } from './bytes'
import { readText, writeText } from './text'

/** How one kind of value is written and read. What is read may be anything: the schema judges it. */
export interface Kind<T> {
  readonly write: (out: ByteWriter, value: T) => void
  readonly read: (source: ByteReader) => T
}

export const text: Kind<string> = { write: writeText, read: readText }

export const flag: Kind<boolean> = {
  write: (out, value) => out.byte(value ? 1 : 0),
  read: (source) => source.byte() === 1,
}

/** A whole number of 0 or more. */
export const count: Kind<number> = {
  write: (out, value) => out.varint(value),
  read: (source) => source.varint(),
}

/** A number of at most three decimals. The lowest two bits say whether it is in thousandths and negative. */
export const number: Kind<number> = {
  write: (out, value) => {
    const isWhole = Number.isInteger(value)
    const size = isWhole ? Math.abs(value) : Math.round(Math.abs(value) * 1000)
    out.varint(size * 4 + (value < 0 ? 2 : 0) + (isWhole ? 0 : 1))
  },
  read: (source) => {
    const written = source.varint()
    const flags = written % 4
    const size = (written - flags) / 4
    const value = flags % 2 === 1 ? size / 1000 : size
    return flags >= 2 ? 0 - value : value
  },
}

/** Sixteen hexadecimal digits in eight bytes. */
export const digest: Kind<string> = {
  write: (out, value) => {
    for (let at = 0; at < 16; at += 2) out.byte(Number.parseInt(value.slice(at, at + 2), 16))
  },
  read: (source) =>
    Array.from({ length: 8 }, () => source.byte().toString(16).padStart(2, '0')).join(''),
}

export function list<T>(item: Kind<T>): Kind<readonly T[]> {
  return {
    write: (out, items) => {
      out.varint(items.length)
      for (const member of items) item.write(out, member)
    },
    read: (source) => {
      const items: T[] = []
      for (let left = source.varint(); left > 0; left--) items.push(item.read(source))
      return items
    },
  }
}

/** Name → value. */
export function table<T>(value: Kind<T>): Kind<Readonly<Record<string, T>>> {
  const entries = list<readonly [string, T]>({
    write: (out, [name, member]) => {
      text.write(out, name)
      value.write(out, member)
    },
    read: (source) => [text.read(source), value.read(source)],
  })
  return {
    write: (out, members) => entries.write(out, Object.entries(members)),
    read: (source) => Object.fromEntries(entries.read(source)),
  }
}

/** One kind for each member. The order of the members is part of the format: append only. */
export type Members<T> = { readonly [K in keyof T]-?: Kind<Exclude<T[K], undefined>> }

/** A record whose members may be missing: a mask of those present, then their values. */
export function record<T extends object>(members: Members<T>): Kind<Partial<T>> {
  const kinds = Object.entries(members) as [keyof T & string, Kind<unknown>][]
  return {
    write: (out, value) => {
      const present = kinds.filter(([name]) => value[name] !== undefined)
      out.varint(
        kinds.reduce((mask, kind, bit) => mask | (present.includes(kind) ? 1 << bit : 0), 0),
      )
      for (const [name, kind] of present) kind.write(out, value[name])
    },
    read: (source) => {
      let mask = source.varint()
      const read: [string, unknown][] = []
      for (const [name, kind] of kinds) {
        if (mask % 2 === 1) read.push([name, kind.read(source)])
        mask = Math.floor(mask / 2)
      }
      if (mask > 0) throw new UnreadablePayload('newer')
      return Object.fromEntries(read) as Partial<T>
    },
  }
}
